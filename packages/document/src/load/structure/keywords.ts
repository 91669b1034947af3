import type { Document, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";

/** Keywords of JSON Schema whose meaning depends on the schema that led here, so that no type can be made of them. */
const dynamic = ["$dynamicRef", "$recursiveRef"] as const;

/** Reports keywords that are not supported, or that belong to the other version of OpenAPI. */
export function checkKeywords(
  report: Report,
  dialect: Document["dialect"],
  source: Source,
  schema: JsonObject,
  pointer: string,
): void {
  for (const keyword of dynamic) {
    if (member(schema, keyword) === undefined) continue;
    const message = `The keyword ${keyword} is not supported: what it refers to depends on the schema around it.`;
    report("schema-keyword-unsupported", source, child(pointer, keyword), message, "Use $ref to a component instead.");
  }
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
