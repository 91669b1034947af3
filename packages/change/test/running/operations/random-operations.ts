import type { Json, JsonObject } from "@facsimile/document";
import fc from "fast-check";
import type { Dialect } from "../random-schemas.js";
import { type Bodies, content, otherContent, writtenBodies } from "./random-bodies.js";
import { parameters } from "./random-parameters.js";
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
  return pairsOf({ parameters, ...messages(dialect), security });
}

/** An operation `POST /things/{id}` that differs in how its body is written, and in nothing else. */
export function bodyPairs(dialect: Dialect): fc.Arbitrary<OperationPair> {
  const path = fc.constant({ old: [id], new: [id] });
  const done = fc.constant<Two<JsonObject>>({
    old: { "204": { description: "Done." } },
    new: { "204": { description: "Done." } },
  });
  return pairsOf({ parameters: path, requestBody: writtenBodies(dialect), responses: done });
}

const id: JsonObject = { name: "id", in: "path", required: true, schema: { type: "string" } };

/** What an API sends, in both editions: nothing of it stands in a path. */
export function receivedPairs(dialect: Dialect): fc.Arbitrary<OperationPair> {
  const beside = parameters.map(({ old, new: next }) => ({ old: besidePath(old), new: besidePath(next) }));
  return pairsOf({ parameters: beside, ...messages(dialect), security });
}

function messages(dialect: Dialect): Readonly<Record<string, fc.Arbitrary<Two<unknown>>>> {
  return {
    requestBody: requestBody({ dialect, written: "request" }),
    responses: responses({ dialect, written: "response" }),
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
