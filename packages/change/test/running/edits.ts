import { isObject, type Json, type JsonObject, schemaKeywords } from "@facsimile/document";
import fc from "fast-check";
import {
  type Components,
  componentNames,
  compositionsOf,
  type Dialect,
  keywordsOf,
  schemas,
} from "./random-schemas.js";

/** A change of one schema in an edition, whichever it is. */
export interface Edit {
  /** Which component, and which of the schemas in it, each modulo their number. */
  readonly component: number;
  readonly place: number;
  /** What is written there instead, where the schema gives room for it. */
  readonly change: (schema: Json) => Json;
  /** For people, where a test fails. */
  readonly name: string;
}

export function edits(dialect: Dialect): fc.Arbitrary<readonly Edit[]> {
  const edit = fc.record({ component: fc.constantFrom(0, 0, 0, 1, 2), place: fc.nat(40), named: changes(dialect) });
  return fc
    .array(edit, { minLength: 1, maxLength: 2 })
    .map((list) => list.map(({ named, ...rest }) => ({ ...rest, change: named.change, name: named.name })));
}

type Change = Pick<Edit, "change" | "name">;

function changes(dialect: Dialect): fc.Arbitrary<Change> {
  const other = schemas(dialect, 1, []);
  const types = ["number", "string", "array", "object", "object"];
  const keywords = [...types.flatMap((type) => keywordsOf(type, dialect, other)), ...compositionsOf(dialect, other)];
  const set = fc.oneof(...keywords).map(([keyword, value]): Change => {
    return {
      name: `set ${keyword}`,
      change: (schema) => (isObject(schema) ? { ...schema, [keyword]: value } : schema),
    };
  });
  return fc.oneof(
    { weight: 4, arbitrary: set },
    { weight: 3, arbitrary: fc.nat(8).map((place) => ({ name: "remove", change: without(place) })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.nat(8), fc.constantFrom(1, -1))
        .map(([place, by]) => ({ name: "nudge", change: nudged(place, by) })),
    },
    { weight: 2, arbitrary: other.map((schema) => ({ name: "replace", change: () => schema })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("anyOf", "oneOf"), other)
        .map(([keyword, schema]) => ({ name: "alternative", change: alternative(keyword, schema) })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...rewritings(dialect)) },
  );
}

function without(place: number): Edit["change"] {
  return (schema) => {
    const entries = isObject(schema) ? Object.entries(schema) : [];
    return entries.length === 0
      ? schema
      : Object.fromEntries(entries.filter((_, index) => index !== place % entries.length));
  };
}

/** A number, or a list, of a schema with one more or less. */
function nudged(place: number, by: number): Edit["change"] {
  return (schema) => {
    if (!isObject(schema)) return schema;
    const entries = Object.entries(schema).filter(([keyword, value]) => countable(keyword, value));
    const [keyword, value] = entries[place % Math.max(entries.length, 1)] ?? [];
    if (keyword === undefined || value === undefined) return schema;
    if (typeof value === "number")
      return {
        ...schema,
        [keyword]: Math.max(
          keyword === "multipleOf" ? 1 : keyword.startsWith("m") && !/imum$/.test(keyword) ? 0 : -2,
          value + by,
        ),
      };
    return { ...schema, [keyword]: Array.isArray(value) ? listNudged(keyword, value, by) : value };
  };
}

function countable(keyword: string, value: Json): boolean {
  return typeof value === "number" || ["enum", "required", "anyOf", "oneOf", "allOf"].includes(keyword);
}

function listNudged(keyword: string, list: readonly Json[], by: number): Json {
  if (by < 0) return list.length > 1 ? list.slice(1) : list;
  const more: Json = keyword === "enum" ? "more" : keyword === "required" ? "c" : { type: "string", minLength: 2 };
  return list.includes(more) ? list : [...list, more];
}

function alternative(keyword: string, other: Json): Edit["change"] {
  return (schema) => ({ [keyword]: [schema, other] });
}

/** Edits after which the same values are allowed. */
export function rewritings(dialect: Dialect): readonly Change[] {
  const reversed =
    (keyword: string): Edit["change"] =>
    (schema) => {
      const list = isObject(schema) ? schema[keyword] : undefined;
      return isObject(schema) && Array.isArray(list) ? { ...schema, [keyword]: [...list].reverse() } : schema;
    };
  const own: Change[] = [
    { name: "an allOf of one", change: (schema) => ({ allOf: [schema] }) },
    { name: "an anyOf of one", change: (schema) => ({ anyOf: [schema] }) },
    { name: "a oneOf of one", change: (schema) => ({ oneOf: [schema] }) },
    ...["anyOf", "oneOf", "allOf", "enum", "required"].map((keyword) => ({
      name: `${keyword} reversed`,
      change: reversed(keyword),
    })),
    {
      name: "members reversed",
      change: (schema) => (isObject(schema) ? Object.fromEntries(Object.entries(schema).reverse()) : schema),
    },
  ];
  const modern: Change[] = [{ name: "an anyOf twice", change: (schema) => ({ anyOf: [schema, schema] }) }];
  return dialect === "3.1" ? [...own, ...modern] : own;
}

export function applyEdits(components: Components, list: readonly Edit[]): Components {
  const edited: Record<string, Json> = { ...components };
  for (const { component, place, change } of list) {
    const name = componentNames[component] ?? "Subject";
    const schema = edited[name] ?? {};
    edited[name] = replaced(schema, place % countOf(schema), change).schema;
  }
  // Every name of the components is there still.
  return edited as Components;
}

function countOf(schema: Json): number {
  return 1 + childrenOf(schema).reduce((sum, [, child]) => sum + countOf(child), 0);
}

/** The schemas right below a schema, by their path in it. */
export function childrenOf(schema: Json): readonly (readonly [path: readonly string[], child: Json])[] {
  if (!isObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]): [string[], Json][] => {
    const holds = schemaKeywords.get(keyword)?.holds;
    if (holds === "schema") return [[[keyword], value]];
    if (holds === "list" && Array.isArray(value)) return value.map((item, index) => [[keyword, String(index)], item]);
    if (holds === "map" && isObject(value)) return Object.entries(value).map(([name, item]) => [[keyword, name], item]);
    return [];
  });
}

function replaced(
  schema: Json,
  place: number,
  change: Edit["change"],
): { readonly schema: Json; readonly left: number } {
  if (place === 0) return { schema: change(schema), left: -1 };
  let left = place - 1;
  let whole = schema;
  for (const [path, child] of childrenOf(schema)) {
    if (left < 0) break;
    const inner = replaced(child, left, change);
    left = inner.left;
    if (left < 0) whole = withChild(whole as JsonObject, path, inner.schema);
  }
  return { schema: whole, left };
}

export function withChild(schema: JsonObject, [keyword = "", key]: readonly string[], child: Json): JsonObject {
  const held = schema[keyword];
  if (key === undefined) return { ...schema, [keyword]: child };
  if (Array.isArray(held))
    return { ...schema, [keyword]: held.map((item, index) => (String(index) === key ? child : item)) };
  return { ...schema, [keyword]: { ...(held as JsonObject), [key]: child } };
}
