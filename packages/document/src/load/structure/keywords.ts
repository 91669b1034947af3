import type { Document, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";

/** Reports keywords that belong to the other version of OpenAPI. */
export function checkKeywords(
  report: Report,
  dialect: Document["dialect"],
  source: Source,
  schema: JsonObject,
  pointer: string,
): void {
  if (dialect === "3.1" && member(schema, "nullable") !== undefined) {
    const message = "The keyword nullable belongs to OpenAPI 3.0 and has no meaning in 3.1.";
    const fix = 'Add "null" to the type, as in type: [string, "null"].';
    report("schema-keyword-version", source, child(pointer, "nullable"), message, fix);
  }
  if (dialect === "3.0" && Array.isArray(member(schema, "type"))) {
    const message = "A list of types belongs to OpenAPI 3.1; 3.0 allows one type.";
    const fix = "Write one type, with nullable: true where the value may be null, or declare openapi: 3.1.0.";
    report("schema-keyword-version", source, child(pointer, "type"), message, fix);
  }
}
