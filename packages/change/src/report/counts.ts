import type { Change, ChangeClass } from "../change/change.js";

export interface Counts extends Readonly<Record<ChangeClass, number>> {
  /** Words for people, which no other count has. */
  readonly documentation: number;
}

export function countChanges(changes: readonly Change[]): Counts {
  const wire = changes.filter(({ area }) => area !== "metadata");
  const count = (wanted: ChangeClass): number => wire.filter((change) => change.class === wanted).length;
  return {
    breaking: count("breaking"),
    unknown: count("unknown"),
    warning: count("warning"),
    safe: count("safe"),
    documentation: changes.length - wire.length,
  };
}

export function countsInWords(counts: Counts): string {
  const words = Object.entries(counts).flatMap(([name, count]) =>
    count === 0 ? [] : [`${count} ${name === "documentation" ? "of documentation" : name}`],
  );
  return words.length === 0 ? "no change" : words.join(", ");
}

/** What makes a comparison fail. */
export type FailOn = "breaking" | "warning" | "any";

/** Whether there is something that bad; what is unknown counts as a warning. Documentation counts for `any`. */
export function fails(changes: readonly Change[], failOn: FailOn): boolean {
  const { breaking, unknown, warning } = countChanges(changes);
  if (failOn === "any") return changes.length > 0;
  return breaking > 0 || (failOn === "warning" && unknown + warning > 0);
}
