import type { Change, Diff, FailOn } from "@facsimile/change";
import type { Location } from "@facsimile/document";
import type { FindingPlace, Level, PlacedFinding } from "./placed-finding.js";

/**
 * The changes between editions, each where it stands in the new one; what is gone from there stands at its beginning. As in the report for people,
 * changes of documentation are none of them.
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
      .filter(({ area }) => area !== "metadata" || failOn === "any")
      .map((change) => ({
        code: change.rule,
        level: levelOf(change, fails([change], failOn)),
        message: `${change.message}${operationsOf(change)}${whereItWas(change.old)}`,
        place: placeOf(change.new, edition),
      })),
  );
}

function levelOf({ class: verdict }: Change, fails: boolean): Level {
  if (fails) return "error";
  return verdict === "safe" ? "note" : "warning";
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
