import type { Document, Json, JsonObject } from "@facsimile/document";
import type { Dialect } from "../random-schemas.js";
import { securitySchemes } from "./random-operations.js";

/** A document that has each of some operations at a path of its own, so that one mock server serves them all. */
export function documentOf(dialect: Dialect, operations: readonly JsonObject[]): Document {
  const paths = operations.map((operation, index): [string, Json] => [
    `/${index}/{id}`,
    { post: { operationId: `operation${index}`, ...operation } },
  ]);
  const json = {
    openapi: dialect === "3.0" ? "3.0.4" : "3.1.1",
    info: { title: "Things", version: "1.0.0" },
    paths: Object.fromEntries(paths),
    components: { securitySchemes },
  } satisfies JsonObject;
  const locate: Document["locate"] = (pointer) => ({ file: "openapi.json", pointer, line: 1, column: 1 });
  return { file: "openapi.json", dialect, json, omissions: [], locate };
}
