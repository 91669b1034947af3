import { isObject, type Json, type JsonObject } from "@facsimile/document";
import fc from "fast-check";
import { type Dialect, schemas } from "../random-schemas.js";
import { bytesSchema, formMedia, otherFormMedia, xmlSchema } from "./random-media.js";
import { texts } from "./random-parameters.js";
import type { Two } from "./two.js";

/** What requests and answers are written in: no answer is a form. */
export interface Bodies {
  readonly dialect: Dialect;
  readonly written: "request" | "response";
}

const jsonTypes = ["application/json", "application/vnd.thing+json"];
const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];
const otherTypes = ["text/plain", "application/xml", "application/octet-stream", "image/png"];

/** A body that nothing but its media type says how to write, in two editions that differ in it. */
export function writtenBodies(dialect: Dialect): fc.Arbitrary<Two<JsonObject>> {
  const bodies: Bodies = { dialect, written: "request" };
  const name = fc.constantFrom(...formTypes, "application/xml", "application/xml", "image/png");
  return name.chain((type) => {
    const body = (made: JsonObject): JsonObject => ({ required: true, content: { [type]: made } });
    return media(bodies, type).chain((old) => {
      const next = formTypes.includes(type) ? otherFormMedia(old) : media(bodies, type);
      return next.map((made) => ({ old: body(old), new: body(made) }));
    });
  });
}

export function content(bodies: Bodies): fc.Arbitrary<JsonObject> {
  const others = bodies.written === "request" ? [...formTypes, ...otherTypes] : otherTypes;
  const type = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...jsonTypes) },
    { weight: 4, arbitrary: fc.constantFrom(...others) },
  );
  const entry = type.chain((name) => media(bodies, name).map((made): [string, Json] => [name, made]));
  return fc.array(entry, { minLength: 1, maxLength: 2 }).map((made): JsonObject => Object.fromEntries(made));
}

export function otherContent(bodies: Bodies, given: JsonObject): fc.Arbitrary<JsonObject> {
  const [name = "application/json"] = Object.keys(given);
  return fc.oneof(
    content(bodies).map((more): JsonObject => ({ ...more, ...given })),
    content(bodies),
    media(bodies, name).map((made): JsonObject => ({ ...given, [name]: made })),
    // What else it says of a form stays: the edit is one of how it is written.
    formTypes.includes(name)
      ? otherFormMedia(given[name] as JsonObject).map((made): JsonObject => ({ ...given, [name]: made }))
      : fc.constantFrom("readOnly", "writeOnly").map((flag) => turned(given, name, flag)),
    fc.constant(Object.fromEntries(Object.entries(given).slice(0, 1)) as JsonObject),
  );
}

function media({ dialect }: Bodies, name: string): fc.Arbitrary<JsonObject> {
  if (formTypes.includes(name)) return formMedia;
  return schemaOf(dialect, name).map((schema): JsonObject => ({ schema }));
}

function schemaOf(dialect: Dialect, name: string): fc.Arbitrary<Json> {
  if (name === "text/plain") return fc.constantFrom<Json>(...texts);
  if (name === "application/xml") return xmlSchema;
  return jsonTypes.includes(name) ? bodySchema(dialect) : bytesSchema(dialect);
}

/** Schemas of bodies have parts; those that are put together of others are tried by themselves. */
function bodySchema(dialect: Dialect): fc.Arbitrary<Json> {
  const part = schemas(dialect, 0, []);
  const flag = fc.constantFrom<Json>({}, {}, { readOnly: true }, { writeOnly: true });
  const property = fc
    .tuple(part, flag)
    .map(([schema, flagged]): Json => (isObject(schema) ? { ...schema, ...(flagged as JsonObject) } : schema));
  const object = fc
    .record({ a: property, b: property, closed: fc.boolean(), required: fc.subarray(["a", "b"], { minLength: 1 }) })
    .map(
      ({ a, b, closed, required }): Json => ({
        type: "object",
        properties: { a, b },
        required,
        ...(closed && { additionalProperties: false }),
      }),
    );
  return fc.oneof({ weight: 2, arbitrary: object }, { weight: 1, arbitrary: part });
}

/** A content in which `a` has a flag that it had not, or has it no longer. */
function turned(given: JsonObject, name: string, flag: string): JsonObject {
  const { schema } = given[name] as JsonObject;
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(schema.properties.a)) return given;
  const { [flag]: had, ...rest } = schema.properties.a;
  const a = had === true ? rest : { ...rest, [flag]: true };
  return { ...given, [name]: { schema: { ...schema, properties: { ...schema.properties, a } } } };
}
