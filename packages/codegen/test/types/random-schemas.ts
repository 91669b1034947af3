import { type Json, type JsonObject, referenceTo } from "@facsimile/document";
import fc from "fast-check";

/** A schema with the components that it refers to, by the numbers of their names. */
export interface SchemaGroup {
  readonly bases: readonly JsonObject[];
  readonly schema: JsonObject;
  /** Decides which values are tried. */
  readonly seed: number;
}

const target = (index: number): string => referenceTo(`Base${index}`);
const reference = (index: number): JsonObject => ({ $ref: target(index) });
const numberOfBases = 3;

const text = fc.constantFrom("red", "green", "blue", "a b", "");
const scalar = fc.oneof(text, fc.constantFrom<Json>(0, 1, -1, 2.5, true, false, null));
const typed = fc.constantFrom("string", "number", "integer", "boolean", "null").map((type): JsonObject => ({ type }));
const names = fc.constantFrom("a", "b", "c", "kind", "x-y");

const whole = fc.constantFrom<Json>([1, "a"], [], {}, { a: 1 }, { a: { b: null } }, [{ a: 1 }, { b: 2 }]);

const listed = fc.oneof(
  fc
    .uniqueArray(fc.oneof(scalar, whole), { minLength: 1, maxLength: 3, selector: JSON.stringify })
    .map((values): JsonObject => ({ enum: values })),
  fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }).map((values): JsonObject => ({ enum: values })),
  fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((values): JsonObject => ({ type: "string", enum: values })),
  scalar.map((value): JsonObject => ({ const: value })),
  whole.map((value): JsonObject => ({ const: value })),
);
const several = fc
  .uniqueArray(fc.constantFrom("string", "number", "boolean", "null", "object", "array"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((type): JsonObject => ({ type }));
const leaf = fc.oneof({ weight: 3, arbitrary: typed }, { weight: 3, arbitrary: listed }, several);

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, arbitrary);

/** Without the keywords that are not there. */
function present(keywords: { readonly [keyword: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(keywords).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** What is in something may be anything. */
const orAnything = (inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc.oneof({ weight: 7, arbitrary: inner }, fc.constant({}));

function objects(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const open = fc.record({
    type: fc.constantFrom<Json>("object", "object", ["object", "null"]),
    properties: optional(fc.dictionary(names, orAnything(inner), { maxKeys: 4 })),
    required: optional(fc.uniqueArray(names, { maxLength: 3 })),
    additionalProperties: optional(fc.oneof(leaf, fc.constant<Json>(true))),
    anyOf: rarely(fc.constantFrom<Json>([{ required: ["a"] }, { required: ["b"] }])),
    patternProperties: rarely(fc.dictionary(fc.constantFrom("^x-", "^m", "^[ab]$"), leaf, { minKeys: 1, maxKeys: 2 })),
    propertyNames: rarely(fc.uniqueArray(names, { minLength: 2, maxLength: 4 }).map((list): Json => ({ enum: list }))),
    unevaluatedProperties: rarely(fc.oneof(leaf, fc.boolean())),
    dependentRequired: rarely(fc.constantFrom<Json>({ a: ["b"] }, { kind: ["a", "c"] })),
    not: rarely(fc.constantFrom<Json>({ required: ["c"] }, { properties: { a: { const: 1 } }, required: ["a"] })),
    if: rarely(fc.constantFrom<Json>({ required: ["a"] })),
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: rarely(fc.constantFrom<Json>({ required: ["b"] }, { not: { required: ["x-y"] } })),
    else: rarely(fc.constantFrom<Json>({ required: ["c"] }, false)),
  });
  const closed = fc
    .dictionary(names, inner, { maxKeys: 3 })
    .chain((properties) => fc.subarray(Object.keys(properties)).map((required) => ({ properties, required })));
  return fc.oneof(
    { weight: 3, arbitrary: open.map(present) },
    closed.map((keywords): JsonObject => ({ type: "object", ...keywords, additionalProperties: false })),
  );
}

function arrays(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const plain = fc.record({
    items: optional(orAnything(inner)),
    minItems: optional(fc.nat(3)),
    maxItems: optional(fc.nat(3)),
  });
  const tuple = fc.record({
    prefixItems: fc.array(inner, { minLength: 1, maxLength: 3 }),
    items: optional(fc.oneof(inner, fc.constant<Json>(false))),
    minItems: optional(fc.nat(4)),
  });
  return fc.oneof(plain, tuple).map((keywords): JsonObject => ({ type: "array", ...present(keywords) }));
}

function composed(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const base = fc.nat(numberOfBases - 1).map(reference);
  const object = objects(inner);
  const list = arrays(inner);
  return fc.oneof(
    fc.tuple(fc.oneof(base, object), object).map((allOf): JsonObject => ({ allOf })),
    fc.tuple(list, list).map((allOf): JsonObject => ({ allOf })),
    fc.array(fc.oneof(base, object), { minLength: 3, maxLength: 3 }).map((allOf): JsonObject => ({ allOf })),
    fc.tuple(base, object).map(([one, keywords]): JsonObject => ({ ...keywords, ...one })),
    fc.tuple(object, some).map(([keywords, oneOf]): JsonObject => ({ ...keywords, oneOf })),
    fc.tuple(base, object).map(([one, keywords]): JsonObject => ({ ...keywords, allOf: [one] })),
    fc
      .tuple(base, fc.uniqueArray(names, { maxLength: 2 }))
      .map(([one, required]): JsonObject => ({ ...one, required })),
    some.map((oneOf): JsonObject => ({ oneOf })),
    some.map((anyOf): JsonObject => ({ anyOf })),
    base,
  );
}

/** A union of objects that a property tells apart. */
const discriminated = fc
  .record({
    values: fc.uniqueArray(text, { minLength: numberOfBases, maxLength: numberOfBases }),
    isMapped: fc.boolean(),
  })
  .map(({ values, isMapped }): JsonObject => {
    const mapping = Object.fromEntries(values.map((value, index) => [value, target(index)]));
    const discriminator = { propertyName: "kind", ...(isMapped && { mapping }) };
    return { oneOf: values.map((_, index) => reference(index)), discriminator };
  });

function nested(depth: number): fc.Arbitrary<JsonObject> {
  if (depth === 0) return leaf;
  const inner = nested(depth - 1);
  return fc.oneof(leaf, { weight: 3, arbitrary: objects(inner) }, arrays(inner), {
    weight: 2,
    arbitrary: composed(inner),
  });
}

const withKind = (schema: JsonObject): JsonObject => ({
  ...schema,
  type: "object",
  properties: { ...(schema.properties as JsonObject | undefined), kind: { type: "string" } },
  required: [...new Set([...((schema.required ?? []) as readonly string[]), "kind"])],
});

/** What stands within the bases: they may hold each other, and themselves. */
const within = fc.oneof(
  { weight: 4, arbitrary: leaf },
  fc.nat(numberOfBases - 1).map(reference),
  objects(leaf),
  arrays(fc.oneof(leaf, objects(leaf), fc.nat(numberOfBases - 1).map(reference))),
);

/** A base that is put together from others, which come after it. */
function composedBase(others: readonly number[]): fc.Arbitrary<JsonObject> {
  const other = fc.constantFrom(...others).map(reference);
  const object = objects(leaf);
  return fc.oneof(
    fc.tuple(other, object).map((allOf): JsonObject => ({ allOf })),
    fc.tuple(other, object).map(([one, keywords]): JsonObject => ({ ...keywords, ...one })),
    fc.tuple(object, other).map(([keywords, one]): JsonObject => ({ ...keywords, allOf: [one] })),
    fc.tuple(other, object).map((oneOf): JsonObject => ({ oneOf })),
    fc.tuple(object, other, object).map(([keywords, ...anyOf]): JsonObject => ({ ...keywords, anyOf })),
  );
}

const plainBases = fc.array(objects(within), { minLength: numberOfBases, maxLength: numberOfBases });
const composedBases = fc.tuple(composedBase([1, 2]), composedBase([2]), objects(within));
const basesOfKinds = fc.array(objects(leaf).map(withKind), { minLength: numberOfBases, maxLength: numberOfBases });

export const schemaGroups: fc.Arbitrary<SchemaGroup> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ bases: plainBases, schema: nested(3), seed: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ bases: composedBases, schema: nested(2), seed: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ bases: basesOfKinds, schema: discriminated, seed: fc.nat() }) },
);
