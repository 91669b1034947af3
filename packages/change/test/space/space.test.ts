import { expect, test } from "vitest";
import { changeRules } from "../../src/index.js";
import { type Cell, cellsOf, objectNames, rowsOf } from "./cells.js";
import { expected, rulesOf } from "./claims.js";
import { editsOf } from "./edits.js";
import { objectModel } from "./object-model.js";
import { beyondOneEdit, tables } from "./tables/tables.js";
import { type Walked, walk } from "./walk.js";

const cells = [...cellsOf(tables)];

/** The rows of all fields, with the edits that the object model has of them. */
const rows = objectNames.flatMap((object) =>
  Object.entries(objectModel[object]).flatMap(([field, { kind, isRequired }]) =>
    rowsOf(tables, object, field).map((row) => ({ object, field, row, edits: editsOf(kind, isRequired) })),
  ),
);

function nameOf({ object, field, row, edit, place, version }: Cell): string {
  const kind = row.name === undefined ? "" : `, ${row.name}`;
  return `${field} of ${object}${kind}: ${edit}, ${place.name}, ${version}`;
}

/** What both versions have is walked in 3.1, and every so many of 3.0: `npm run fuzz:changes` walks the whole space. */
const step = process.env.FACSIMILE_CHANGES_SPACE === "whole" ? 1 : 12;
const modern = new Set(
  cells.filter(({ version }) => version === "3.1").map((cell) => nameOf({ ...cell, version: "3.1" })),
);
const chosen = cells.filter(
  (cell, index) => cell.version === "3.1" || index % step === 0 || !modern.has(nameOf({ ...cell, version: "3.1" })),
);

/** What is reported and what is claimed, where they differ. */
function difference({ cell, changes }: Walked): readonly string[] {
  const told = changes.map((change) => `${change.rule}/${change.direction}=${change.class}`).sort();
  const claim = cell.claim === undefined ? ["no claim"] : expected(cell.claim, cell.place.name, cell.place.direction);
  const wanted = "nothing" in claim ? [] : claim;
  return told.join() === wanted.join()
    ? []
    : [`${nameOf(cell)}\n  claimed ${wanted.join(" ")}\n  told    ${told.join(" ")}`];
}

test("every field of the object model has rows, and every row a field", () => {
  const stated = objectNames.flatMap((object) => Object.keys(tables[object].rows).map((field) => `${object} ${field}`));
  expect(stated.sort()).toEqual([...new Set(rows.map(({ object, field }) => `${object} ${field}`))].sort());
});

test("every edit has a rule, or a reason why nothing travels differently", () => {
  const without = rows.flatMap(({ object, field, row, edits }) =>
    edits.filter((edit) => row.claims[edit] === undefined).map((edit) => `${object} ${field} ${edit}`),
  );
  expect(without).toEqual([]);
});

test(`every edit is told as its row says, in every place: ${chosen.length} of ${cells.length}`, async () => {
  const walked = await walk(chosen);
  expect(walked.length).toBe(chosen.length);
  expect(walked.flatMap(difference)).toEqual([]);
}, 3_600_000);

test("every rule is what an edit means, or has a reason why one edit cannot mean it", () => {
  const claimed = new Set(
    rows.flatMap(({ row, edits }) => edits.flatMap((edit) => rulesOf(row.claims[edit] ?? { nothing: "" }))),
  );
  const unclaimed = Object.keys(changeRules).filter((rule) => !claimed.has(rule));
  expect(unclaimed.sort()).toEqual(Object.keys(beyondOneEdit).sort());
});
