import type { Change } from "../change/change.js";
import { changesOf, type GroupName, groupNames } from "./groups.js";

/** Words for people are counted apart, whatever their class. */
export type Counts = Readonly<Record<GroupName, number>>;

export function countChanges(changes: readonly Change[]): Counts {
  const counts = groupNames.map((name) => [name, changesOf(changes, name).length]);
  // One for each of the names.
  return Object.fromEntries(counts) as Counts;
}

export function countsInWords(counts: Counts): string {
  const words = groupNames.flatMap((name) => (counts[name] === 0 ? [] : [countInWords(name, counts[name])]));
  return words.length === 0 ? "no change" : words.join(", ");
}

export function countInWords(name: GroupName, count: number): string {
  return `${count} ${name === "documentation" ? "of documentation" : name}`;
}

/** What makes a comparison fail. */
export type FailOn = "breaking" | "warning" | "any";

/** Whether there is something that bad; what is unknown counts as a warning. Documentation counts for `any`. */
export function fails(changes: readonly Change[], failOn: FailOn): boolean {
  const { breaking, unknown, warning } = countChanges(changes);
  if (failOn === "any") return changes.length > 0;
  return breaking > 0 || (failOn === "warning" && unknown + warning > 0);
}
