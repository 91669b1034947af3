/** Something in the documentation that cannot be understood, so that a fact would be missing or wrong without it. */
export interface Problem {
  /** Relative to the documentation folder; the folder itself where no page is at fault. */
  readonly file: string;
  /** From 1. Undefined where the whole file is at fault. */
  readonly line: number | undefined;
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly fix: string;
}

/** `models/User.md:9: the message. The fix.` */
export function printProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.message}. ${problem.fix}.`;
}
