import type { Change } from "./plan.js";

/** Where two texts differ first, and the lines there. */
export interface Difference {
  /** From 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** How many lines are shown. */
const most = 3;

/** The first lines in which a change makes a difference. */
export function firstDifference(change: Change): Difference {
  const before = change.kind === "create" ? [] : change.before.split("\n");
  const after = change.kind === "delete" ? [] : change.text.split("\n");
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  return {
    line: start + 1,
    before: before.slice(start, Math.min(endBefore, start + most)),
    after: after.slice(start, Math.min(endAfter, start + most)),
  };
}
