import type { Diff } from "../diff.js";
import { countChanges } from "./counts.js";

/** The report for programs: every change whole. */
export function printDiffJson(diffs: readonly Diff[]): string {
  const documents = diffs.map(({ name, old, new: next, changes }) => ({
    name,
    old,
    new: next,
    counts: countChanges(changes),
    changes,
  }));
  return `${JSON.stringify({ documents }, null, 2)}\n`;
}
