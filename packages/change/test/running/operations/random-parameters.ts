import type { Json, JsonObject } from "@facsimile/document";
import fc from "fast-check";
import { type Two, together, two } from "./two.js";

export const texts: readonly JsonObject[] = [
  { type: "string" },
  { type: "string", minLength: 1 },
  { type: "string", maxLength: 2 },
  { type: "string", enum: ["a", "ab"] },
  { type: "string", enum: ["a", "ab", "abc"] },
  { type: "string", pattern: "^a" },
];
const numbers: readonly JsonObject[] = [
  { type: "integer" },
  { type: "integer", minimum: 1 },
  { type: "integer", minimum: 1, maximum: 3 },
  { type: "integer", enum: [1, 2, 3] },
  { type: "number" },
  { type: "number", multipleOf: 2 },
  { type: "boolean" },
];
const lists: readonly JsonObject[] = [...texts, ...numbers].flatMap((items) => [
  { type: "array", items, minItems: 1 },
  { type: "array", items, minItems: 1, maxItems: 2, uniqueItems: true },
]);
export const objects: readonly JsonObject[] = [texts, numbers].flat().flatMap((a) => [
  { type: "object", required: ["a"], properties: { a, b: { type: "integer" } } },
  { type: "object", required: ["a", "b"], properties: { a, b: { type: "string", minLength: 1 } } },
  { type: "object", required: ["a"], properties: { a }, additionalProperties: false },
]);

const simple = fc.constantFrom<Json>(...texts, ...numbers);
const composite = fc.oneof(fc.constantFrom<Json>(...lists), fc.constantFrom<Json>(...objects));
const values: fc.Arbitrary<Json> = fc.oneof({ weight: 3, arbitrary: simple }, { weight: 2, arbitrary: composite });

/** The styles of each place (OpenAPI 3.1.1, 4.8.12.3). */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** A parameter's name tells its place, so that places do not collide. */
export type Place = "path" | "query" | "header" | "cookie";

function isListed(schema: Json | undefined, type: string): boolean {
  return (schema as JsonObject | undefined)?.type === type;
}

/** What OpenAPI says nothing of (3.1.1, 4.8.12.3: "n/a") is left out. */
function isDefined({ style, explode, schema }: JsonObject): boolean {
  if (style === "deepObject") return isListed(schema, "object") && explode !== false;
  if (style === "spaceDelimited" || style === "pipeDelimited") return isListed(schema, "array") && explode === false;
  return true;
}

function parameter(place: Place, name: string): fc.Arbitrary<JsonObject> {
  return fc
    .record(
      {
        name: fc.constant(name),
        in: fc.constant(place),
        required: place === "path" ? fc.constant(true) : fc.boolean(),
        style: fc.constantFrom(...(styles[place] ?? [])),
        explode: fc.boolean(),
        schema: values,
      },
      { requiredKeys: place === "path" ? ["name", "in", "required", "schema"] : ["name", "in", "schema"] },
    )
    .map((made): JsonObject => made as JsonObject)
    .filter(isDefined);
}

type Slot = JsonObject | undefined;

function edited(place: Place, name: string): (part: Slot) => fc.Arbitrary<Slot> {
  return (part) => {
    const other = parameter(place, name);
    if (part === undefined) return other;
    const gone = place === "path" ? other : fc.constant(undefined);
    const { style = styles[place]?.[0] ?? "form", explode = style === "form", required = false } = part;
    return fc.oneof<fc.Arbitrary<Slot>[]>(
      gone,
      other.map(({ schema }) => ({ ...part, schema: schema ?? {} })).filter(isDefined),
      other.map(({ style: next, explode: exploded }) => withDefined(part, { style: next, explode: exploded })),
      fc.constant(place === "path" ? part : { ...part, required: required !== true }),
      // The defaults spelled out, and a name in another case: nothing on the wire.
      fc.constant({ ...part, style, explode, required }),
      fc.constant(place === "header" ? { ...part, name: name.toUpperCase() } : part),
    );
  };
}

function withDefined(
  { name, in: place, required, schema }: JsonObject,
  writing: Readonly<Record<string, Json | undefined>>,
): Slot {
  const given = Object.entries({ name, in: place, required, ...writing, schema });
  const part = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as JsonObject;
  return isDefined(part) ? part : undefined;
}

function slot(place: Place, name: string): fc.Arbitrary<Two<Slot>> {
  const made = parameter(place, name);
  return two<Slot>(place === "path" ? made : fc.option(made, { nil: undefined, freq: 2 }), edited(place, name));
}

/** The parameters of both editions: one in the path, and some of each other place. */
export const parameters: fc.Arbitrary<Two<readonly JsonObject[]>> = fc
  .tuple(slot("path", "id"), slot("query", "q"), slot("query", "r"), slot("header", "X-Seen"), slot("cookie", "crumb"))
  .map((slots) => {
    const { old, new: next } = together(slots);
    const isThere = (part: Slot): part is JsonObject => part !== undefined;
    return { old: old.filter(isThere), new: next.filter(isThere) };
  });
