import type { Json } from "../src/load/document.js";
import { child, splitPointer } from "../src/load/pointer.js";

/** A valid document that has a bit of nearly everything. */
export const rich: Json = {
  openapi: "3.1.0",
  info: { title: "Users", version: "1", "x-client-name": "Users", license: { name: "MIT" } },
  servers: [
    { url: "https://{region}.example", variables: { region: { default: "eu", enum: ["eu"], "x-required": true } } },
  ],
  security: [{ key: [], login: ["read"] }, {}],
  tags: [{ name: "Users", externalDocs: { url: "https://docs.example" } }],
  paths: {
    "/users/{id}": {
      parameters: [{ $ref: "#/components/parameters/id" }],
      get: {
        operationId: "getUser",
        tags: ["Users"],
        parameters: [{ name: "page", in: "query", explode: false, schema: { type: "integer" } }],
        responses: {
          200: { $ref: "#/components/responses/Page" },
          "4XX": { description: "No.", "x-assumed": "Guess." },
        },
        "x-pagination": { style: "page", page: "page", items: "rows", total: "total" },
        callbacks: { done: { "{$url}": { post: { responses: {} } } } },
      },
      post: {
        operationId: "setUser",
        "x-idempotent": true,
        requestBody: { $ref: "#/components/requestBodies/Form" },
        responses: { default: { description: "Done.", headers: { "X-Rest": { schema: { type: "integer" } } } } },
        security: [],
      },
    },
  },
  components: {
    parameters: { id: { name: "id", in: "path", required: true, content: { "application/json": { schema: true } } } },
    requestBodies: {
      Form: {
        content: {
          "multipart/form-data": {
            schema: { $ref: "#/components/schemas/User" },
            encoding: { photo: { contentType: "image/png", headers: { "X-A": { schema: {} } } } },
          },
        },
      },
    },
    responses: {
      Page: {
        description: "Page.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Page" } } },
      },
    },
    schemas: {
      Page: {
        allOf: [
          { properties: { rows: { type: "array", items: { $ref: "#/components/schemas/User" } } } },
          { properties: { total: {} } },
        ],
      },
      User: {
        type: ["object", "null"],
        required: ["id"],
        properties: {
          id: { type: "string", enum: ["a"] },
          friends: { type: "array", items: { $ref: "#/components/schemas/User" } },
        },
        additionalProperties: { oneOf: [{ $ref: "#/components/schemas/Page" }] },
        discriminator: { propertyName: "id", mapping: { a: "User", b: "#/components/schemas/Page" } },
      },
    },
    securitySchemes: {
      key: { type: "apiKey", name: "X-Key", in: "header", "x-value-prefix": "Key " },
      login: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://a.example", scopes: { read: "Read." } } },
      },
    },
  },
};

/** The pointers of all values in a document, its own first. */
export function pointersOf(value: Json, pointer = ""): string[] {
  const inner = value !== null && typeof value === "object" ? Object.entries(value as object) : [];
  return [pointer, ...inner.flatMap(([key, entry]) => pointersOf(entry as Json, child(pointer, key)))];
}

/** A copy of a document with another value in one place. */
export function replaceAt(root: Json, pointer: string, value: Json): Json {
  const copy = structuredClone(root) as { [key: string]: Json };
  const keys = splitPointer(pointer);
  const last = keys.pop();
  if (last === undefined) return value;
  let parent = copy;
  for (const key of keys) parent = parent[key] as { [key: string]: Json };
  parent[last] = value;
  return copy;
}
