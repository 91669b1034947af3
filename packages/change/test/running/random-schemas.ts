import type { Json, JsonObject } from "@facsimile/document";
import fc from "fast-check";

/** The versions of OpenAPI whose schemas are written differently. */
export type Dialect = "3.0" | "3.1";

/** The names that components have in random editions. `Subject` is the one that is compared. */
export const componentNames = ["Subject", "A", "B"] as const;

/** The schemas of one edition, which refer to one another. */
export type Components = Readonly<Record<(typeof componentNames)[number], Json>>;

type Entry = readonly [keyword: string, value: Json];
type Arbitrary<Value> = fc.Arbitrary<Value>;

/** Few of everything, so that what one schema names is what another one names too. */
export const numbers: readonly number[] = [-1, 0, 0.5, 1, 1.5, 2, 3, 4, 6];
export const texts: readonly string[] = ["", "a", "ab", "b1", "abc", "é😀", "zzzz"];
export const names: readonly string[] = ["a", "b", "c"];
const patterns = ["^a", "b$", "^[a-c]+$", "\\d", ".*"];
const counts = fc.constantFrom(0, 1, 2, 3);
const someNames = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });

export const scalarValues: Arbitrary<Json> = fc.constantFrom<Json>(null, true, false, ...numbers, ...texts);
const listedValues: Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: scalarValues },
  { weight: 1, arbitrary: fc.constantFrom<Json>([], ["a"], {}, { a: 1 }, { a: "ab", b: 2 }) },
);

function entry(keyword: string, value: Arbitrary<Json>): Arbitrary<Entry> {
  return value.map((stated) => [keyword, stated] as const);
}

/** The keywords of one type, without its name. */
export function keywordsOf(type: string, dialect: Dialect, below: Arbitrary<Json>): readonly Arbitrary<Entry>[] {
  const isModern = dialect === "3.1";
  switch (type) {
    case "number":
    case "integer":
      return numberKeywords(isModern);
    case "string":
      return [
        entry("minLength", counts),
        entry("maxLength", counts),
        entry("pattern", fc.constantFrom(...patterns)),
        entry("format", fc.constantFrom("date", "uuid")),
      ];
    case "array":
      return [...arrayKeywords(below), ...(isModern ? modernArrayKeywords(below) : [])];
    case "object":
      return [...objectKeywords(below), ...(isModern ? modernObjectKeywords(below) : [])];
    default:
      return [];
  }
}

function numberKeywords(isModern: boolean): readonly Arbitrary<Entry>[] {
  const limit = fc.constantFrom(...numbers);
  const exclusive = isModern ? limit : fc.boolean();
  return [
    entry("minimum", limit),
    entry("maximum", limit),
    entry("exclusiveMinimum", exclusive),
    entry("exclusiveMaximum", exclusive),
    entry("multipleOf", fc.constantFrom(0.5, 1, 2, 3)),
  ];
}

function arrayKeywords(below: Arbitrary<Json>): readonly Arbitrary<Entry>[] {
  return [
    entry("items", below),
    entry("items", below),
    entry("minItems", counts),
    entry("maxItems", counts),
    entry("uniqueItems", fc.boolean()),
  ];
}

function modernArrayKeywords(below: Arbitrary<Json>): readonly Arbitrary<Entry>[] {
  return [
    entry("prefixItems", fc.array(below, { minLength: 1, maxLength: 2 })),
    entry("contains", below),
    entry("minContains", counts),
    entry("maxContains", counts),
    entry("unevaluatedItems", fc.oneof(fc.boolean(), below)),
  ];
}

function objectKeywords(below: Arbitrary<Json>): readonly Arbitrary<Entry>[] {
  const properties = fc.dictionary(fc.constantFrom(...names), below, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  return [
    entry("properties", properties),
    entry("properties", properties),
    entry("properties", properties),
    entry("required", someNames),
    entry("required", someNames),
    entry("additionalProperties", fc.oneof(fc.boolean(), below)),
    entry("minProperties", counts),
    entry("maxProperties", counts),
  ];
}

function modernObjectKeywords(below: Arbitrary<Json>): readonly Arbitrary<Entry>[] {
  const named = (value: Arbitrary<Json>): Arbitrary<JsonObject> =>
    fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1, maxKeys: 1, noNullPrototype: true });
  return [
    entry(
      "patternProperties",
      fc.tuple(fc.constantFrom("^a", "b", "[bc]"), below).map(([pattern, schema]) => ({ [pattern]: schema })),
    ),
    entry("propertyNames", fc.constantFrom<Json>({ maxLength: 1 }, { enum: ["a", "b"] }, { pattern: "^[ab]$" })),
    entry("dependentRequired", named(someNames)),
    entry("unevaluatedProperties", fc.oneof(fc.boolean(), below)),
  ];
}

/** What puts schemas together that describe the same value. */
export function compositionsOf(dialect: Dialect, beside: Arbitrary<Json>): readonly Arbitrary<Entry>[] {
  const members = fc.array(beside, { minLength: 1, maxLength: 3 });
  const own = [entry("allOf", members), entry("anyOf", members), entry("oneOf", members), entry("not", beside)];
  const dependent = fc.tuple(fc.constantFrom(...names), beside).map(([name, schema]) => ({ [name]: schema }));
  const conditional = [
    entry("if", beside),
    entry("then", beside),
    entry("else", beside),
    entry("dependentSchemas", dependent),
  ];
  return dialect === "3.1" ? [...own, ...conditional] : [...own, entry("nullable", fc.constant(true))];
}

/** A schema; what describes the same value may refer to some components, what describes a part of it to all of them. */
export function schemas(dialect: Dialect, depth: number, beside: readonly string[]): Arbitrary<Json> {
  const below = depth > 0 ? fc.memo(() => schemas(dialect, depth - 1, componentNames))() : fc.constant<Json>({});
  const same = depth > 0 ? fc.memo(() => schemas(dialect, depth - 1, beside))() : fc.constant<Json>({});
  const typed = fc
    .constantFrom("number", "integer", "string", "array", "object", "object")
    .chain((type) => together([entry("type", typeNames(dialect, type)), ...keywordsOf(type, dialect, below)], type));
  const listed = fc
    .uniqueArray(listedValues, { minLength: 1, maxLength: 4, comparator: "SameValueZero", selector: JSON.stringify })
    .map((list) => ({ enum: list }));
  const bare = fc.constantFrom<Json>({ type: "boolean" }, {}, ...(dialect === "3.1" ? [true, { type: "null" }] : []));
  const references = beside.map((name) => fc.constant<Json>({ $ref: `#/components/schemas/${name}` }));
  const composed = fc
    .tuple(typed, together(compositionsOf(dialect, same)))
    .chain(([own, more]) => fc.constantFrom<Json>(more, { ...(own as JsonObject), ...more }));
  return fc.oneof(
    { weight: 6, arbitrary: typed },
    { weight: 2, arbitrary: listed },
    { weight: 1, arbitrary: bare },
    ...references.map((arbitrary) => ({ weight: 1, arbitrary })),
    ...(depth > 0 ? [{ weight: 4, arbitrary: composed }] : []),
    ...(dialect === "3.1" ? [{ weight: 1, arbitrary: listedValues.map((value) => ({ const: value })) }] : []),
  );
}

function typeNames(dialect: Dialect, type: string): Arbitrary<Json> {
  return dialect === "3.1"
    ? fc.constantFrom<Json>(type, type, type, [type, "null"], [type, "string"])
    : fc.constant(type);
}

/** Some keywords, mostly with the name of their type. */
function together(entries: readonly Arbitrary<Entry>[], type?: string): Arbitrary<JsonObject> {
  return fc
    .tuple(fc.array(fc.oneof(...entries), { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 5 }))
    .map(([chosen, chance]) => ({
      ...(type !== undefined && chance > 0 && { type }),
      ...Object.fromEntries(chosen),
    }));
}

/** Components that refer to one another. What a component is put together from are later ones only: none is made of itself. */
export function components(dialect: Dialect): Arbitrary<Components> {
  return fc.record({
    Subject: schemas(dialect, 2, ["A", "B"]),
    A: schemas(dialect, 1, ["B"]),
    B: schemas(dialect, 1, []),
  });
}
