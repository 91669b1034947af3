import type { Change, ChangeClass } from "../change/change.js";

/** What changes are shown together: those of a class, and those of documentation, whatever their class. */
export type GroupName = ChangeClass | "documentation";

/** The worst first. */
export const groupNames = ["breaking", "unknown", "warning", "safe", "documentation"] as const;

export function groupOf(change: Change): GroupName {
  return change.area === "metadata" ? "documentation" : change.class;
}

export function changesOf(changes: readonly Change[], name: GroupName): readonly Change[] {
  return changes.filter((change) => groupOf(change) === name);
}
