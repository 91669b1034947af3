import type { Change, Diff, FailOn } from "@facsimile/change";
import type { Location } from "@facsimile/document";
import type { FindingPlace, PlacedFinding } from "./placed-finding.js";

/** Whether a change makes a command fail that fails for this. */
type Fails = (changes: readonly Change[], failOn: FailOn) => boolean;

/** The editions between which something was found, with that and nothing else. */
export function onlyFindings(diffs: readonly Diff[], fails: Fails, failOn: FailOn): readonly Diff[] {
  return diffs
    .map((diff) => ({ ...diff, changes: diff.changes.filter((one) => isFinding(one) || fails([one], failOn)) }))
    .filter(({ changes }) => changes.length > 0);
}

/**
 * What of the changes between editions fails the command, or may be trouble, each where it stands in the new one; what is gone from there stands at its
 * beginning.
 */
export function findingsOfDiffs(diffs: readonly Diff[], fails: Fails, failOn: FailOn): readonly PlacedFinding[] {
  return onlyFindings(diffs, fails, failOn).flatMap(({ changes, new: edition }) =>
    changes.map((change) => ({
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
