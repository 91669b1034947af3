import type { Json, JsonObject } from "@facsimile/document";
import fc from "fast-check";
import type { Editions } from "./editions.js";
import { type Components, names } from "./random-schemas.js";

const schemas = fc.constantFrom<Json>({ type: "string" }, { type: "integer" }, true);
const closings = fc.constantFrom<Json>(false, false, { type: "string" });

/** Keywords that evaluate what is in a value, and those that look at what others have evaluated. */
const pieces = {
  object: [
    fc.tuple(fc.constantFrom(...names), schemas).map(([name, schema]) => ({ properties: { [name]: schema } })),
    fc
      .tuple(fc.constantFrom("^a", "[bc]"), schemas)
      .map(([name, schema]) => ({ patternProperties: { [name]: schema } })),
    closings.map((additionalProperties) => ({ additionalProperties })),
    closings.map((unevaluatedProperties) => ({ unevaluatedProperties })),
  ],
  array: [
    fc.array(schemas, { minLength: 1, maxLength: 2 }).map((prefixItems) => ({ prefixItems })),
    schemas.map((contains) => ({ contains })),
    closings.map((items) => ({ items })),
    closings.map((unevaluatedItems) => ({ unevaluatedItems })),
  ],
} satisfies Readonly<Record<string, readonly fc.Arbitrary<JsonObject>[]>>;

const places = ["root", "first", "second", "A", "B"] as const;
type Place = (typeof places)[number];

/** Where each piece stands, and how these places are put together. */
const arrangements = fc.record({
  standing: fc.array(fc.constantFrom<Place>("root", ...places), { minLength: 5, maxLength: 5 }),
  keyword: fc.constantFrom("allOf", "allOf", "anyOf", "oneOf", "dependentSchemas"),
  references: fc.record({ root: reference("A"), first: reference("A", "B"), second: reference("A", "B") }),
});

type Arrangement = typeof arrangements extends fc.Arbitrary<infer Value> ? Value : never;

function reference(...to: readonly ("A" | "B")[]): fc.Arbitrary<JsonObject> {
  return fc.constantFrom({}, ...to.map((name) => ({ $ref: `#/components/schemas/${name}` })));
}

function arranged(
  type: string,
  all: readonly JsonObject[],
  { standing, keyword, references }: Arrangement,
): Components {
  const at = (place: Place): JsonObject => Object.assign({}, ...all.filter((_, index) => standing[index] === place));
  const [first, second] = [
    { ...at("first"), ...references.first },
    { ...at("second"), ...references.second },
  ];
  const members =
    keyword === "dependentSchemas" ? { allOf: [first], [keyword]: { a: second } } : both(keyword, first, second);
  return { Subject: { type, ...at("root"), ...references.root, ...members }, A: at("A"), B: at("B") };
}

function both(keyword: string, first: Json, second: Json): JsonObject {
  return keyword === "allOf"
    ? { allOf: [first, second] }
    : { allOf: [first], [keyword]: [second, { maxItems: 1, maxProperties: 1 }] };
}

/** Two editions of the same keywords at other places: what one of them evaluates counts for another one that it is within, and not for one beside it. */
export const cousins: fc.Arbitrary<Editions> = fc.constantFrom<keyof typeof pieces>("object", "array").chain((type) =>
  fc
    .tuple(fc.array(fc.oneof(...pieces[type]), { minLength: 2, maxLength: 5 }), arrangements, arrangements, fc.nat())
    .map(([all, old, next, seed]) => ({
      dialect: "3.1",
      old: arranged(type, all, old),
      new: arranged(type, all, next),
      seed,
    })),
);
