import type { JsonObject } from "@facsimile/document";

const draft2020 = "https://json-schema.org/draft/2020-12/schema";

/**
 * The draft of the schemas of a document. Prism validates OpenAPI 3.1 as draft-07 unless the document names the draft itself, and does not know the name
 * of OpenAPI's own dialect, which is 2020-12 with annotations (OpenAPI 3.1.1, 4.8.24).
 */
export function draftOf({ openapi, jsonSchemaDialect: stated }: JsonObject): string {
  if (!isFrom31(openapi) || typeof stated !== "string") return draft2020;
  return /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\//.test(stated) ? draft2020 : stated;
}

/** The document with the draft that Prism is to take for all of its schemas. Those of OpenAPI 3.0 it converts itself. */
export function withDraft(document: JsonObject): JsonObject {
  return isFrom31(document.openapi) ? { ...document, jsonSchemaDialect: draftOf(document) } : document;
}

function isFrom31(version: unknown): boolean {
  return String(version).startsWith("3.1");
}
