import type { Document, Json, JsonObject } from "@facsimile/document";

export type Version = "3.0" | "3.1" | "3.2";

const written: Readonly<Record<Version, string>> = { "3.0": "3.0.4", "3.1": "3.1.1", "3.2": "3.2.0" };

const done: JsonObject = { "204": { description: "done" } };

/** Documents of one operation, and of one webhook or callback beside it. */
export function get(operation: JsonObject, more: JsonObject = {}): JsonObject {
  return { paths: { "/things/{id}": { parameters: [id], get: { responses: done, ...operation } } }, ...more };
}

export function post(operation: JsonObject, more: JsonObject = {}): JsonObject {
  return { paths: { "/things": { post: { responses: done, ...operation } } }, ...more };
}

export function webhook(operation: JsonObject): JsonObject {
  return { paths: {}, webhooks: { thing: { post: { responses: done, ...operation } } } };
}

export function callback(operation: JsonObject): JsonObject {
  return post({ callbacks: { thing: { "{$request.body#/url}": { post: { responses: done, ...operation } } } } });
}

const id: JsonObject = { name: "id", in: "path", required: true, schema: { type: "string" } };

export function json(schema: Json): JsonObject {
  return { content: { "application/json": { schema } } };
}

export function answer(response: JsonObject): JsonObject {
  return { responses: { "200": { description: "fine", ...response } } };
}

/** A complete document. */
export function whole(version: Version, parts: JsonObject): JsonObject {
  return {
    openapi: written[version],
    info: { title: "Things", version: "1.0.0" },
    ...parts,
  };
}

/** A document as it is when it has been read: what is made here is right, so that nothing of it is mended. */
export function documentOf(version: Version, json: JsonObject): Document {
  const locate = (pointer: string): ReturnType<Document["locate"]> => ({ file: "made", pointer, line: 1, column: 1 });
  return { file: "made", dialect: version === "3.0" ? "3.0" : "3.1", json, omissions: [], locate };
}
