import type { DiagnosticCode } from "../diagnostics/registry.js";
import type { Problem } from "./problem.js";

/** Problems of one kind that are kept for one text: more than anybody mends at a time, and little enough for the memory. */
const maxOfKind = 1000;

/** The problems of one text. The last one that is kept of a kind says that there may be more. */
export class ProblemList {
  readonly problems: Problem[] = [];
  private readonly counts = new Map<DiagnosticCode, number>();

  /** @param pointerOf - answers the JSON pointer of the place, and is asked only for what is kept */
  add(problem: Problem, pointerOf: () => string): void {
    const count = (this.counts.get(problem.code) ?? 0) + 1;
    if (count > maxOfKind) return;
    this.counts.set(problem.code, count);
    const message = count < maxOfKind ? problem.message : `${problem.message} No more of this kind are listed.`;
    this.problems.push({ ...problem, message, pointer: pointerOf() });
  }
}
