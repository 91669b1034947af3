import { isObject, type Json, type JsonObject } from "@facsimile/document";
import fc from "fast-check";
import type { Dialect } from "../random-schemas.js";
import { objects, texts } from "./random-parameters.js";

const reserved: Json = { type: "string", enum: ["a/b:c", "a"] };
const text = fc.constantFrom<Json>(...texts, reserved, reserved, { type: "string", format: "binary" });
const list = text.map((items): Json => ({ type: "array", minItems: 1, items }));
const object = fc.constantFrom<Json>(...objects);

/** A form whose properties are texts, lists and objects, with what is said of their writing. */
export const formMedia: fc.Arbitrary<JsonObject> = fc
  .record({ a: fc.oneof(text, list, object), b: text, plain: fc.constantFrom<Json>(...objects) })
  .chain(({ a, b, plain }) => {
    const schema = fc.constantFrom<Json>(plain, { type: "object", required: ["a"], properties: { a, b } });
    return schema.chain((made) => otherFormMedia({ schema: made }));
  });

/** The same form, of whose writing something else is said. */
export function otherFormMedia({ schema = {} }: JsonObject): fc.Arbitrary<JsonObject> {
  const { properties } = isObject(schema) ? schema : {};
  const { a = {} } = isObject(properties) ? properties : {};
  return fc
    .option(encodingOf(typeOf(a)), { nil: undefined, freq: 3 })
    .map((encoding): JsonObject => (encoding === undefined ? { schema } : { schema, encoding: { a: encoding } }));
}

function typeOf(schema: Json): string {
  return isObject(schema) ? String(schema.type) : "string";
}

const mark = fc
  .record({
    required: fc.boolean(),
    schema: fc.constantFrom<Json>({ type: "string" }, { type: "integer" }, { type: "string", enum: ["a"] }),
  })
  .map((header): JsonObject => ({ headers: { "X-Mark": header } }));

function encodingOf(type: string): fc.Arbitrary<JsonObject> {
  const types =
    type === "object"
      ? ["application/json", "application/vnd.a+json"]
      : ["text/plain", "text/csv", "text/plain, text/csv", "text/*", "application/octet-stream"];
  const contentType = fc.constantFrom(...types).map((stated): JsonObject => ({ contentType: stated }));
  return fc.oneof(
    contentType,
    styleOf(type),
    mark,
    fc.tuple(contentType, mark).map(([one, two]) => ({ ...one, ...two })),
  );
}

/** What OpenAPI says nothing of (3.1.1, 4.8.12.3: "n/a") is left out. */
function styleOf(type: string): fc.Arbitrary<JsonObject> {
  const form: readonly JsonObject[] = [
    { style: "form" },
    { explode: true },
    { explode: false },
    { allowReserved: false },
    { allowReserved: true },
  ];
  const lists: readonly JsonObject[] = [
    { style: "spaceDelimited", explode: false },
    { style: "pipeDelimited", explode: false },
    { style: "pipeDelimited", explode: true },
  ];
  const more = type === "array" ? lists : type === "object" ? [{ style: "deepObject", explode: true }] : [];
  return fc.constantFrom<JsonObject>(...form, ...more);
}

const names = fc.constantFrom<JsonObject>({}, {}, { name: "a" }, { name: "A" });
const spaces = fc.constantFrom<JsonObject>({}, {}, { namespace: "urn:a" }, { namespace: "urn:a", prefix: "p" });
const attribute = fc.constantFrom<JsonObject>({}, { attribute: true });
const wrapped = fc.constantFrom<JsonObject>({}, { wrapped: true });
const xmlObject = fc
  .tuple(names, spaces, attribute, wrapped)
  .map((parts): JsonObject => Object.assign({}, ...parts) as JsonObject);

/** What is written in XML: a text, a list and an object below an element. */
export const xmlSchema: fc.Arbitrary<Json> = fc
  .record({ a: xmlObject, items: xmlObject, b: xmlObject, c: xmlObject, root: fc.constantFrom("Root", "root") })
  .map(({ a, items, b, c, root }) => ({
    type: "object",
    xml: { name: root },
    required: ["a"],
    properties: {
      a: { type: "string", xml: a },
      b: { type: "array", minItems: 1, items: { type: "string", xml: items }, xml: { ...b, attribute: false } },
      c: { type: "object", required: ["b"], properties: { b: { type: "integer" } }, xml: c },
    },
  }))
  // Two elements of one name cannot be told apart.
  .filter(({ properties }) => isTold(properties.b) && isTold(properties.c));

function isTold({ xml, items }: { readonly xml: JsonObject; readonly items?: { readonly xml: JsonObject } }): boolean {
  return ![xml, items?.xml].some((own) => own?.name === "a");
}

export function bytesSchema(dialect: Dialect): fc.Arbitrary<Json> {
  const bytes: readonly Json[] = [
    { type: "string", format: "binary" },
    { type: "string", maxLength: 2 },
    { type: "string" },
  ];
  const modern: readonly Json[] = [
    {},
    { contentMediaType: "image/png" },
    { type: "string", contentEncoding: "base64" },
  ];
  return fc.constantFrom<Json>(...bytes, ...(dialect === "3.1" ? modern : [{ type: "string", format: "byte" }]));
}
