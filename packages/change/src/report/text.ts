import type { Location } from "@facsimile/document";
import type { Change } from "../change/change.js";
import type { Diff } from "../diff.js";
import { countChanges, countsInWords } from "./counts.js";
import { groupOf } from "./groups.js";
import { cut, visible } from "./visible.js";

/** Operations that are named at most; the others are counted. */
const mostOperations = 3;

/** Characters of a value that are shown at most. */
const longestExample = 100;

/** The report for a terminal. Changes of documentation are counted. */
export function printDiffText(diffs: readonly Diff[]): string {
  const printed = diffs.map((each) => {
    const name = diffs.length > 1 ? `${each.name}: ` : "";
    const counts = countsInWords(countChanges(each.changes));
    return `${visible(`${name}${each.old} → ${each.new}`)}: ${counts}\n${lines(each)}`;
  });
  return printed.join("\n");
}

function lines({ changes }: Diff): string {
  const shown = changes.filter((change) => groupOf(change) !== "documentation");
  return shown.map((change) => `\n${change.class.padEnd(8)}  ${visible(change.message)}\n${details(change)}`).join("");
}

function details({ rule, direction, operations, old, new: next, example }: Change): string {
  const rows = [
    direction === "none" ? rule : `${rule}, ${direction}`,
    ...(operations.length > 0 ? [operationsInWords(operations)] : []),
    placesInWords(old, next),
    ...(example === undefined ? [] : [`such as ${cut(JSON.stringify(example), longestExample)}`]),
  ];
  return rows.map((row) => `          ${visible(row)}\n`).join("");
}

export function operationsInWords(operations: readonly string[]): string {
  const shown = operations.slice(0, mostOperations).join(", ");
  const more = operations.length - mostOperations;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function placesInWords(old: Location | undefined, next: Location | undefined): string {
  return [old, next]
    .flatMap((place) => (place === undefined ? [] : [`${place.file}:${place.line}:${place.column}`]))
    .join(" → ");
}
