import type { Sample } from "./sample.js";

/** What the compiler, or the new edition, has against a sample. */
export interface SampleFailure {
  readonly sample: Sample;
  /** What it no longer does. */
  readonly stage: "compiles" | "runs";
  /** In the page or file that the sample is from. From 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, in one line. */
  readonly message: string;
}

/** @param at - in the sample, from 1 */
export function failureAt(
  sample: Sample,
  stage: SampleFailure["stage"],
  at: { readonly line: number; readonly column: number },
  text: string,
): SampleFailure {
  const [message = ""] = text.split("\n", 1);
  return { sample, stage, line: (sample.line ?? 1) + at.line - 1, column: at.column, message };
}
