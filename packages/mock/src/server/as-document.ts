import type { Document, JsonObject } from "@facsimile/document";

/** The JSON of a document that was loaded, as a document: it is not known any more where it was written. */
export function asDocument(json: JsonObject): Document {
  return {
    file: "",
    dialect: String(json.openapi).startsWith("3.0") ? "3.0" : "3.1",
    json,
    omissions: [],
    locate: (pointer) => ({ file: "", pointer, line: 1, column: 1 }),
  };
}
