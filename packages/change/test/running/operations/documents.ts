import type { Document, Json, JsonObject } from "@facsimile/document";
import type { Dialect } from "../random-schemas.js";
import { securitySchemes } from "./random-operations.js";

/** A document that has each of some operations at a path of its own, so that one mock server serves them all. */
export function documentOf(dialect: Dialect, operations: readonly JsonObject[]): Document {
  const paths = operations.map((operation, index): [string, Json] => [
    `/${index}/{id}`,
    { post: { operationId: `operation${index}`, ...operation } },
  ]);
  return documentWith(dialect, { paths: Object.fromEntries(paths) });
}

/** A document whose API sends each of some operations: as webhooks, or as callbacks of one that callers call, which all dialects have. */
export function sendingDocument(
  dialect: Dialect,
  operations: readonly JsonObject[],
  kind: "webhooks" | "callbacks",
): Document {
  const items = operations.map((post, index): [string, Json] => [`sent${index}`, { post }]);
  if (kind === "webhooks") return documentWith(dialect, { paths: {}, webhooks: Object.fromEntries(items) });
  const callbacks = items.map(([name, item]): [string, Json] => [name, { "{$request.query.url}": item }]);
  const responses = { "204": { description: "Subscribed." } };
  const post = { operationId: "subscribe", responses, callbacks: Object.fromEntries(callbacks) };
  return documentWith(dialect, { paths: { "/subscriptions": { post } } });
}

function documentWith(dialect: Dialect, parts: JsonObject): Document {
  const json = {
    openapi: dialect === "3.0" ? "3.0.4" : "3.1.1",
    info: { title: "Things", version: "1.0.0" },
    ...parts,
    components: { securitySchemes },
  } satisfies JsonObject;
  const locate: Document["locate"] = (pointer) => ({ file: "openapi.json", pointer, line: 1, column: 1 });
  return { file: "openapi.json", dialect, json, omissions: [], locate };
}
