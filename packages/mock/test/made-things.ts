import type { JsonObject } from "@facsimile/document";

/** What a document says of its things besides. */
export interface ThingOptions {
  /** The identifier of the example. */
  readonly id?: string | number;
  readonly properties?: JsonObject;
  /** What answers say of properties where it is something else than bodies do. */
  readonly answered?: JsonObject;
  /** Of the example. */
  readonly values?: JsonObject;
  readonly parameters?: readonly JsonObject[];
  /** What stands beside the list, in the example. */
  readonly beside?: JsonObject;
  readonly create?: JsonObject;
}

/** A document with one kind of things at `/things`: created with a name, listed, read, changed and deleted. */
export function madeThings(options: ThingOptions = {}): JsonObject {
  const {
    id = "thing_1",
    properties = {},
    answered = {},
    values = {},
    parameters = [],
    beside = {},
    create = {},
  } = options;
  const thing = {
    type: "object",
    properties: { id: { type: typeof id === "number" ? "integer" : "string" }, ...properties, ...answered },
  };
  const content = (schema: JsonObject, example: JsonObject): JsonObject => ({
    content: { "application/json": { schema, example } },
  });
  const shown = { description: "It.", ...content(thing, { id, ...values }) };
  const items = { type: "object", properties: { items: { type: "array", items: thing } } };
  const body = { requestBody: { content: { "application/json": { schema: { type: "object", properties } } } } };
  const merge = { requestBody: { content: { ...body.requestBody.content, "application/merge-patch+json": {} } } };
  const path = [{ name: "id", in: "path", required: true, schema: {} }];
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: {
      "/things": {
        get: {
          parameters,
          responses: { 200: { description: "", ...content(items, { items: [{ id, ...values }], ...beside }) } },
        },
        post: { ...body, responses: { 201: shown }, ...create },
      },
      "/things/{id}": {
        parameters: path,
        get: { responses: { 200: shown } },
        patch: { ...merge, responses: { 200: shown } },
        put: { ...body, responses: { 200: shown } },
        delete: { responses: { 204: { description: "" } } },
      },
    },
  };
}
