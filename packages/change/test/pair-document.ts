import { isObject, type Json, type JsonObject } from "@facsimile/document";

/** Where the part that differs stands in its document. */
export type Place =
  | "schema"
  | "property"
  | "request-schema"
  | "response-schema"
  | "parameter"
  | "parameters"
  | "request-body"
  | "response"
  | "responses"
  | "header"
  | "operation"
  | "path-item"
  | "paths"
  | "security-scheme"
  | "webhook"
  | "document"
  | "info";

const done: JsonObject = { "204": { description: "done" } };
const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** An operation in its smallest form, with what is given instead. */
function operation(operationId: string, given: Json = {}): JsonObject {
  return { operationId, responses: done, ...object(given) };
}

function get(given: Json): JsonObject {
  return paths({ "/things": { get: operation("listThings", given) } });
}

function post(given: Json): JsonObject {
  return paths({ "/things": { post: operation("createThing", given) } });
}

function paths(items: JsonObject): JsonObject {
  return { paths: items };
}

function json(schema: Json): JsonObject {
  return { "application/json": { schema } };
}

function body(schema: Json): JsonObject {
  return { requestBody: { required: true, content: json(schema) } };
}

function fine(schema: Json): JsonObject {
  return { responses: { "200": { description: "fine", content: json(schema) } } };
}

/** A component that the body of an operation and its answer refer to. */
function subject(schema: Json): JsonObject {
  const reference = { $ref: "#/components/schemas/Subject" };
  return { ...post({ ...body(reference), ...fine(reference) }), components: { schemas: { Subject: schema } } };
}

/** The operations of a path item, each with responses. */
function withResponses(pathItem: Json, idOf: (method: string) => JsonObject): JsonObject {
  const entries = Object.entries(object(pathItem)).map(([key, value]): [string, Json] =>
    methods.has(key) ? [key, { ...idOf(key), responses: done, ...object(value) }] : [key, value],
  );
  return Object.fromEntries(entries);
}

const places: Readonly<Record<Place, (given: Json) => JsonObject>> = {
  schema: subject,
  property: (schema: Json) => subject({ type: "object", properties: { value: schema } }),
  "request-schema": (schema: Json) => post(body(schema)),
  "response-schema": (schema: Json) => post(fine(schema)),
  parameter: (parameter: Json) => get({ parameters: [parameter] }),
  parameters: (parameters: Json) => get({ parameters }),
  "request-body": (requestBody: Json) => post({ requestBody }),
  response: (response: Json) => get({ responses: { "200": response } }),
  responses: (responses: Json) => get({ responses }),
  header: (header: Json) => get({ responses: { "200": { description: "fine", headers: { "X-Subject": header } } } }),
  operation: post,
  "path-item": (pathItem: Json) =>
    paths({ "/things": withResponses(pathItem, (method) => ({ operationId: `${method}Things` })) }),
  paths: (items: Json) =>
    paths(
      Object.fromEntries(Object.entries(object(items)).map(([path, item]) => [path, withResponses(item, () => ({}))])),
    ),
  "security-scheme": (scheme: Json) => ({
    security: [{ auth: [] }],
    ...get({}),
    components: { securitySchemes: { auth: scheme } },
  }),
  webhook: (given: Json) => ({ ...get({}), webhooks: { thing: { post: operation("thing", given) } } }),
  document: object,
  info: (info: Json) => ({ info, ...get({}) }),
};

/** The names of all places. */
export const placeNames: readonly string[] = Object.keys(places);

const written: Readonly<Record<string, string>> = { "3.0": "3.0.4", "3.1": "3.1.1", "3.2": "3.2.0" };

/** A complete document in which a part stands at its place. */
export function documentOf(at: Place, version: string, part: Json, components: JsonObject = {}): JsonObject {
  const made = places[at](part);
  return {
    openapi: written[version] ?? version,
    info: { title: "Things", version: "1.0.0" },
    ...made,
    ...together(object(made.components ?? {}), components),
  };
}

/** Components of both, section by section. */
function together(own: JsonObject, given: JsonObject): { readonly components?: JsonObject } {
  const sections = [...new Set([...Object.keys(own), ...Object.keys(given)])];
  if (sections.length === 0) return {};
  const merged = sections.map((name): [string, Json] => [
    name,
    { ...object(own[name] ?? {}), ...object(given[name] ?? {}) },
  ]);
  return { components: Object.fromEntries(merged) };
}

function object(value: Json): JsonObject {
  if (!isObject(value)) throw new Error(`An object belongs here: ${JSON.stringify(value)}`);
  return value;
}
