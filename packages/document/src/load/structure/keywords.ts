import type { Document, Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";

/** Reports keywords that have no meaning in the version of OpenAPI that a document declares, or another one than a reader may think. */
export function checkKeywords(
  report: Report,
  dialect: Document["dialect"],
  source: Source,
  schema: JsonObject,
  pointer: string,
): void {
  if (dialect === "3.0" && typeof member(schema, "$ref") === "string") {
    checkBesideReference(report, source, schema, pointer);
    return;
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
  if (dialect === "3.0" && member(schema, "nullable") === true) checkEnum(report, source, schema, pointer);
}

/** The clarification of nullable that 3.0.3 came with says that an enum has to list null itself; what documents mean is what they say by nullable. */
function checkEnum(report: Report, source: Source, schema: JsonObject, pointer: string): void {
  const listed = member(schema, "enum");
  if (!Array.isArray(listed) || listed.includes(null)) return;
  const message = "The schema is nullable, and its enum does not list null; null is taken for one of the values.";
  report("schema-nullable-enum", source, child(pointer, "enum"), message, "Add null to the enum, or remove nullable.");
}

/** Words to people, which are read. */
const read: ReadonlySet<string> = new Set(["title", "summary", "description", "deprecated"]);

/** OpenAPI 3.0.3, 4.7.23: what stands beside a $ref is ignored, in schemas too. What a reference leads to may stand there all the same. */
function checkBesideReference(report: Report, source: Source, schema: JsonObject, pointer: string): void {
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith("$") || key.startsWith("x-") || key === "definitions" || read.has(key)) continue;
    if (saysNothing(key, value)) continue;
    const message = `OpenAPI 3.0 ignores "${key}" beside the $ref of a schema, and so does the package.`;
    const fix =
      "Write the $ref as the one part of an allOf, as in allOf: [{ $ref: … }], or remove what stands beside it.";
    report("reference-siblings", source, child(pointer, key), message, fix);
  }
}

function saysNothing(key: string, value: Json): boolean {
  return value === false && key !== "additionalProperties";
}
