import { type SchemaKeyword, schemaKeywords } from "./keywords.js";

/** A schema that is an object: its keywords. */
export interface SchemaObject {
  [keyword: string]: unknown;
}

/** A schema directly below another one. */
export interface Subschema {
  readonly keyword: string;
  /** The steps from the keyword to it: none, an index, or a name. */
  readonly steps: readonly (string | number)[];
  /** An object or a boolean; whatever a wrong document has there. */
  readonly value: unknown;
}

/** True for a schema that has keywords; a boolean has none. */
export function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schemas directly below a schema, in its order. */
export function subschemasOf(schema: Readonly<SchemaObject>): readonly Subschema[] {
  const subschemas: Subschema[] = [];
  forEachSubschema(schema, (value, keyword, step) => {
    subschemas.push({ keyword, steps: step === undefined ? [] : [step], value });
  });
  return subschemas;
}

/** Visits the schemas directly below a schema, in its order. From the keyword a step leads to it, an index or a name, or none. */
export function forEachSubschema(
  schema: Readonly<SchemaObject>,
  visit: (value: unknown, keyword: string, step: string | number | undefined) => void,
): void {
  for (const keyword of Object.keys(schema)) {
    const holds = schemaKeywords.get(keyword)?.holds;
    if (holds === undefined) continue;
    const value = schema[keyword];
    if (holds === "schema") visit(value, keyword, undefined);
    else if (holds === "list" && Array.isArray(value))
      for (const [at, item] of value.entries()) visit(item, keyword, at);
    else if (holds === "map" && isSchemaObject(value))
      for (const name of Object.keys(value)) visit(value[name], keyword, name);
  }
}

/** Whether a schema has none below it, as most have: it is a type and some words. */
export function isLeaf(schema: Readonly<SchemaObject>): boolean {
  return !Object.keys(schema).some((keyword) => schemaKeywords.has(keyword));
}

/** Visits a schema and every schema below it that has keywords, outer ones first. References are not followed. */
export function forEachSchema(root: unknown, visit: (schema: SchemaObject) => void): void {
  const pending = [root];
  while (pending.length > 0) {
    const schema = pending.pop();
    if (!isSchemaObject(schema)) continue;
    visit(schema);
    const below: unknown[] = [];
    forEachSubschema(schema, (value) => below.push(value));
    while (below.length > 0) pending.push(below.pop());
  }
}

/**
 * A schema in which each schema directly below it is replaced. Everything else is the same as in the schema, and the schema itself is given where
 * nothing is replaced by anything else: what is made of large documents shares most of itself with them.
 */
export function mapSubschemas(
  schema: Readonly<SchemaObject>,
  replace: (subschema: unknown, keyword: string) => unknown,
): Readonly<SchemaObject> {
  return mapMembers(schema, (value, keyword) => {
    const { holds } = schemaKeywords.get(keyword) ?? other;
    if (holds === "schema") return replace(value, keyword);
    if (holds === "list" && Array.isArray(value)) return mapItems(value, (item) => replace(item, keyword));
    return holds === "map" && isSchemaObject(value) ? mapMembers(value, (item) => replace(item, keyword)) : value;
  });
}

const other: Partial<SchemaKeyword> = {};

/** The object itself where nothing changes. `__proto__` is a name like any other. */
function mapMembers(
  object: Readonly<SchemaObject>,
  change: (value: unknown, key: string) => unknown,
): Readonly<SchemaObject> {
  const members = Object.entries(object).map(([key, value]) => [key, value, change(value, key)] as const);
  if (members.every(([, value, changed]) => value === changed)) return object;
  return Object.fromEntries(members.map(([key, , changed]) => [key, changed]));
}

/** The list itself where nothing changes. */
function mapItems(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}
