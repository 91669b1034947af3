import type { Change, Diff, FailOn } from "@facsimile/change";
import type { Location } from "@facsimile/document";
import type { FindingPlace, PlacedFinding } from "./placed-finding.js";

/**
 * What of the changes between editions fails the command, or may be trouble, each where it stands in the new one; what is gone from there stands at its
 * beginning.
 *
 * @param fails - whether a change makes the command fail
 */
export function findingsOfDiffs(
  diffs: readonly Diff[],
  fails: (changes: readonly Change[], failOn: FailOn) => boolean,
  failOn: FailOn,
): readonly PlacedFinding[] {
  return diffs.flatMap(({ changes, new: edition }) =>
    changes
      .filter((change) => isFinding(change) || fails([change], failOn))
      .map((change) => ({
        code: change.rule,
        level: fails([change], failOn) ? "error" : "warning",
        message: `${change.message}${operationsOf(change)}${whereItWas(change.old)}`,
        place: placeOf(change.new, edition),
      })),
  );
}

/** There is nothing to look at where a change is safe, or of documentation. */
function isFinding({ area, class: verdict }: Change): boolean {
  return area !== "metadata" && verdict !== "safe";
}

function operationsOf({ operations }: Change): string {
  const [first, ...others] = operations;
  if (first === undefined) return "";
  return ` ${first}${others.length === 0 ? "" : ` and ${others.length} more`}.`;
}

function whereItWas(old: Location | undefined): string {
  return old === undefined ? "" : ` Was at ${old.file}:${old.line}:${old.column}.`;
}

function placeOf(location: Location | undefined, edition: string): FindingPlace {
  if (location === undefined) return { file: edition };
  const { file, line, column } = location;
  return { file, line, column };
}
