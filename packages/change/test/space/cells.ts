import type { Json, JsonObject } from "@facsimile/document";
import type { Claim, Row, Rows } from "./claims.js";
import type { Version } from "./documents.js";
import { type Edit, editsOf, type ValuePair, valuesOf } from "./edits.js";
import { type Field, type ObjectName, objectModel } from "./object-model.js";
import { objectPlaces } from "./object-places.js";
import type { Place } from "./places.js";

/** One edit of one field of one object, in one place of a document. */
export interface Cell {
  readonly object: ObjectName;
  readonly field: string;
  readonly row: Row;
  readonly edit: Edit;
  readonly place: Place;
  readonly version: Version;
  readonly claim: Claim | undefined;
  /** The documents before and after the edit. */
  readonly old: JsonObject;
  readonly new: JsonObject;
}

/** The rows of an object: what it says beside any field, and its fields. */
export interface ObjectRows {
  readonly base: JsonObject;
  /** What a reference leads to; by rule, the base. */
  readonly target?: JsonObject;
  /** Where a reference may lead, as a section of `components`. */
  readonly section?: string;
  readonly rows: Rows;
}

export type Tables = Readonly<Record<ObjectName, ObjectRows>>;

/** Every cell of the space, in the order of the object model. */
export function* cellsOf(tables: Tables): Generator<Cell> {
  for (const object of objectNames) {
    for (const [field, kind] of Object.entries<Field>(objectModel[object])) {
      for (const row of rowsOf(tables, object, field))
        for (const edit of editsOf(kind.kind, kind.isRequired))
          yield* cellsOfEdit(tables[object], object, field, kind, row, edit);
    }
  }
}

export function rowsOf(tables: Tables, object: ObjectName, field: string): readonly Row[] {
  const rows = tables[object].rows[field];
  if (rows === undefined) throw new Error(`${object} has no row for ${field}`);
  return isList(rows) ? rows : [rows];
}

function isList(rows: Row | readonly Row[]): rows is readonly Row[] {
  return Array.isArray(rows);
}

// Object.keys gives up the names, which are those of the model.
export const objectNames = Object.keys(objectModel) as readonly ObjectName[];

function* cellsOfEdit(
  table: ObjectRows,
  object: ObjectName,
  field: string,
  { kind, versions }: Field,
  row: Row,
  edit: Edit,
): Generator<Cell> {
  for (const place of objectPlaces[object]) {
    for (const version of place.versions.filter((each) => versions.includes(each))) {
      const pair =
        kind === "reference" ? referred(table, edit) : parts(table, row, field, valuesOf(kind, edit, row.samples));
      const [old, next] = pair.map(([part, components]) => together(place.put(part), components));
      if (old === undefined || next === undefined) throw new Error("an edit has two sides");
      yield { object, field, row, edit, place, version, claim: row.claims[edit], old, new: next };
    }
  }
}

type Part = readonly [part: JsonObject, components: JsonObject];

function parts({ base }: ObjectRows, { beside = {} }: Row, field: string, values: ValuePair): readonly Part[] {
  return values.map((value): Part => {
    const name = field.replace(/@.*$/, "");
    const { [name]: _, ...others }: JsonObject = { ...base, ...beside };
    if (value === undefined) return [others, {}];
    // Fields in braces have any name: the members of a map are fields of the object itself.
    if (!field.includes("{")) return [{ ...others, [name]: value }, {}];
    return [Array.isArray(value) ? { ...others, oauth: value } : { ...others, ...(value as JsonObject) }, {}];
  });
}

function referred({ base, target = base, section = "" }: ObjectRows, edit: Edit): readonly Part[] {
  const components = { [section]: { One: target, Other: target } };
  const to = (name: string): Part => [{ $ref: `#/components/${section}/${name}` }, components];
  switch (edit) {
    case "extracted":
      return [[target, components], to("One")];
    case "inlined":
      return [to("One"), [target, components]];
    default:
      return [to("One"), to("Other")];
  }
}

function together(document: JsonObject, more: JsonObject): JsonObject {
  if (Object.keys(more).length === 0) return document;
  const own = (document.components ?? {}) as JsonObject;
  const names = [...new Set([...Object.keys(own), ...Object.keys(more)])];
  const sections = names.map((name): [string, Json] => [
    name,
    { ...(own[name] as JsonObject | undefined), ...(more[name] as JsonObject | undefined) },
  ]);
  return { ...document, components: Object.fromEntries(sections) };
}
