import type { Location } from "@facsimile/document";
import type { Change } from "../change/change.js";
import type { Diff } from "../diff.js";
import { countChanges, countsInWords } from "./counts.js";

/** Operations that are named at most; the others are counted. */
const mostOperations = 3;

/** The report for a terminal. Changes of documentation are counted. */
export function printDiffText(diffs: readonly Diff[]): string {
  return diffs
    .map(
      (each) =>
        `${diffs.length > 1 ? `${each.name}: ` : ""}${each.old} → ${each.new}: ${countsInWords(countChanges(each.changes))}\n${lines(each)}`,
    )
    .join("\n");
}

function lines({ changes }: Diff): string {
  const wire = changes.filter(({ area }) => area !== "metadata");
  return wire.map((change) => `\n${change.class.padEnd(8)}  ${change.message}\n${details(change)}`).join("");
}

function details({ rule, direction, operations, old, new: next, example }: Change): string {
  const rows = [
    `${rule}, ${direction}`,
    ...(operations.length > 0 ? [operationsInWords(operations)] : []),
    placesInWords(old, next),
    ...(example === undefined ? [] : [`such as ${cut(JSON.stringify(example))}`]),
  ];
  return rows.map((row) => `          ${row}\n`).join("");
}

export function operationsInWords(operations: readonly string[]): string {
  const shown = operations.slice(0, mostOperations).join(", ");
  const more = operations.length - mostOperations;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

export function placesInWords(old: Location | undefined, next: Location | undefined): string {
  return [old, next]
    .flatMap((place) => (place === undefined ? [] : [`${place.file}:${place.line}:${place.column}`]))
    .join(" → ");
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
