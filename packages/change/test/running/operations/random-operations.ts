import { isObject, type Json, type JsonObject } from "@facsimile/document";
import fc from "fast-check";
import { type Dialect, schemas } from "../random-schemas.js";
import { objects, parameters, texts } from "./random-parameters.js";
import { type Two, two } from "./two.js";

/** One operation in two editions, with the security schemes that it names. */
export interface OperationPair {
  readonly old: JsonObject;
  readonly new: JsonObject;
}

/** The same in every document: requirements say which of them are needed. */
export const securitySchemes: JsonObject = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  ticket: { type: "apiKey", in: "query", name: "ticket" },
  session: { type: "apiKey", in: "cookie", name: "session" },
  basic: { type: "http", scheme: "basic" },
  token: { type: "http", scheme: "bearer" },
};

type Slot = JsonObject | undefined;

/** Whether bodies have properties that one direction does not have. */
type Flags = "flags" | "no flags";

/** Schemas of bodies have parts; those that are put together of others are tried by themselves. */
function bodySchema(dialect: Dialect, flags: Flags): fc.Arbitrary<Json> {
  const part = schemas(dialect, 0, []);
  const flag = fc.constantFrom<Json>({}, {}, { readOnly: true }, { writeOnly: true });
  const property =
    flags === "no flags"
      ? part
      : fc
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

const jsonTypes = ["application/json", "application/vnd.thing+json"];
const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** What a body of some media type is: a form has properties, each of which is a text. */
function mediaSchema(dialect: Dialect, name: string, flags: Flags): fc.Arbitrary<Json> {
  if (name === "text/plain") return fc.constantFrom<Json>(...texts);
  return formTypes.includes(name) ? fc.constantFrom<Json>(...objects) : bodySchema(dialect, flags);
}

/** What requests and answers are written in: no answer is a form. */
type Written = "request" | "response";

interface Bodies {
  readonly dialect: Dialect;
  readonly written: Written;
  readonly flags: Flags;
}

function content({ dialect, written, flags }: Bodies): fc.Arbitrary<JsonObject> {
  const others = written === "request" ? [...formTypes, "text/plain"] : ["text/plain"];
  const type = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...jsonTypes) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );
  const media = type.chain((name) =>
    mediaSchema(dialect, name, flags).map((schema): [string, Json] => [name, { schema }]),
  );
  return fc.array(media, { minLength: 1, maxLength: 2 }).map((made): JsonObject => Object.fromEntries(made));
}

function otherContent(bodies: Bodies, given: JsonObject): fc.Arbitrary<JsonObject> {
  const { dialect, flags } = bodies;
  const [name = "application/json"] = Object.keys(given);
  return fc.oneof(
    content(bodies).map((more): JsonObject => ({ ...more, ...given })),
    content(bodies),
    mediaSchema(dialect, name, flags).map((schema): JsonObject => ({ ...given, [name]: { schema } })),
    flags === "flags"
      ? fc.constantFrom("readOnly", "writeOnly").map((flag) => turned(given, name, flag))
      : fc.constant(given),
    fc.constant(Object.fromEntries(Object.entries(given).slice(0, 1)) as JsonObject),
  );
}

/** A content in which `a` has a flag that it had not, or has it no longer. */
function turned(given: JsonObject, name: string, flag: string): JsonObject {
  const { schema } = given[name] as JsonObject;
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(schema.properties.a)) return given;
  const { [flag]: had, ...rest } = schema.properties.a;
  const a = had === true ? rest : { ...rest, [flag]: true };
  return { ...given, [name]: { schema: { ...schema, properties: { ...schema.properties, a } } } };
}

function requestBody(bodies: Bodies): fc.Arbitrary<Two<Slot>> {
  const made = fc
    .record({ required: fc.boolean(), content: content(bodies) })
    .map(({ required, content: types }): JsonObject => ({ ...(required && { required }), content: types }));
  return two<Slot>(fc.option(made, { nil: undefined, freq: 2 }), (part) =>
    part === undefined
      ? made
      : fc.oneof(
          fc.constant(undefined),
          fc.constant({ ...part, required: part.required !== true }),
          otherContent(bodies, part.content as JsonObject).map((types): JsonObject => ({ ...part, content: types })),
        ),
  );
}

const headerSchema = fc.constantFrom<Json>(
  { type: "integer" },
  { type: "integer", minimum: 1 },
  { type: "string" },
  { type: "string", enum: ["a"] },
);
const header = fc.record({ required: fc.boolean(), schema: headerSchema }).map((made): JsonObject => made);

function response(bodies: Bodies): fc.Arbitrary<JsonObject> {
  const headers = fc.dictionary(fc.constantFrom("X-Left", "X-Page"), header, { maxKeys: 2, noNullPrototype: true });
  return fc.record({ content: fc.option(content(bodies), { nil: undefined }), headers }).map(
    ({ content: types, headers: lines }): JsonObject => ({
      description: "An answer.",
      ...(types !== undefined && { content: types }),
      headers: lines,
    }),
  );
}

function otherResponse(bodies: Bodies, given: JsonObject): fc.Arbitrary<JsonObject> {
  const { content: types, ...rest } = given;
  return fc.oneof(
    response(bodies).map(({ headers = {} }): JsonObject => ({ ...given, headers })),
    types === undefined
      ? content(bodies).map((more): JsonObject => ({ ...given, content: more }))
      : otherContent(bodies, types as JsonObject).map((more): JsonObject => ({ ...given, content: more })),
    fc.constant(rest as JsonObject),
  );
}

function responses(bodies: Bodies): fc.Arbitrary<Two<JsonObject>> {
  const statuses = fc.constantFrom("201", "2XX", "404", "4XX", "default");
  const more = fc.dictionary(statuses, response(bodies), { maxKeys: 2, noNullPrototype: true });
  const made = fc.tuple(response(bodies), more).map(([ok, others]): JsonObject => ({ "200": ok, ...others }));
  return two(made, (given) =>
    fc.oneof(
      more.map((others): JsonObject => ({ ...given, ...others })),
      fc.constant(Object.fromEntries(Object.entries(given).slice(0, 1)) as JsonObject),
      otherResponse(bodies, given["200"] as JsonObject).map((ok): JsonObject => ({ ...given, "200": ok })),
    ),
  );
}

const requirement = fc
  .subarray(Object.keys(securitySchemes), { maxLength: 2 })
  // Both of these would be the one header `Authorization`.
  .filter((names) => !(names.includes("basic") && names.includes("token")))
  .map((names): Json => Object.fromEntries(names.map((name) => [name, []])));

const security: fc.Arbitrary<Two<readonly Json[]>> = two<readonly Json[]>(
  fc.array(requirement, { maxLength: 2 }),
  (given) =>
    fc.oneof(
      requirement.map((more) => [...given, more]),
      fc.constant(given.slice(1)),
      fc.constant([...given].reverse()),
    ),
);

/** An operation `POST /things/{id}` in both editions. */
export function operationPairs(dialect: Dialect): fc.Arbitrary<OperationPair> {
  return pairsOf({ parameters, ...messages(dialect, "flags"), security });
}

/** What an API sends, in both editions: nothing of it stands in a path, and what has a flag is sent in one of the directions alone. */
export function receivedPairs(dialect: Dialect): fc.Arbitrary<OperationPair> {
  const beside = parameters.map(({ old, new: next }) => ({ old: besidePath(old), new: besidePath(next) }));
  return pairsOf({ parameters: beside, ...messages(dialect, "no flags"), security });
}

function messages(dialect: Dialect, flags: Flags): Readonly<Record<string, fc.Arbitrary<Two<unknown>>>> {
  return {
    requestBody: requestBody({ dialect, written: "request", flags }),
    responses: responses({ dialect, written: "response", flags }),
  };
}

function besidePath(list: readonly JsonObject[]): readonly JsonObject[] {
  return list.filter((parameter) => parameter.in !== "path");
}

function pairsOf(parts: Readonly<Record<string, fc.Arbitrary<Two<unknown>>>>): fc.Arbitrary<OperationPair> {
  return fc
    .record(parts)
    .map((made): OperationPair => ({ old: operationOf(made, "old"), new: operationOf(made, "new") }));
}

function operationOf(parts: Readonly<Record<string, Two<unknown>>>, side: "old" | "new"): JsonObject {
  const entries = Object.entries(parts).map(([name, part]) => [name, part[side]] as const);
  // All of them are parts of an operation.
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined)) as JsonObject;
}
