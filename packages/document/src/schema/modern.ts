import type { Document, Json, JsonObject } from "../load/document.js";
import { isSchemaObject, mapSubschemas, type SchemaObject } from "./walk.js";

/**
 * The keywords of one schema in the words of JSON Schema 2020-12; the schemas below it stay as they are. What is in those words already stays.
 *
 * - `nullable: true` adds null to the `type` beside it, and means nothing without one (OpenAPI 3.0.3, 4.7.24.1, and the clarification of
 *   nullable that it came from). From 3.1 on it means nothing at all.
 * - A boolean `exclusiveMinimum` or `exclusiveMaximum` says how `minimum` or `maximum` is meant (OpenAPI 3.0.3, 4.7.24.1).
 * - What stands beside a `$ref` is ignored in 3.0 (3.0.3, 4.7.23.1), but for words to people.
 */
export function modernKeywords(schema: JsonObject, dialect: Document["dialect"]): JsonObject {
  const isOld = dialect === "3.0";
  if (isOld && typeof schema.$ref === "string") return onlyReference(schema);
  const { nullable, ...rest } = schema;
  const types = isOld && nullable === true ? withNull(rest.type) : rest.type;
  const keywords = types === undefined || types === rest.type ? rest : { ...rest, type: types };
  return withLimit(withLimit(keywords, "minimum", "exclusiveMinimum"), "maximum", "exclusiveMaximum");
}

/** A schema with every schema below it in the words of JSON Schema 2020-12. */
export function modernSchema(schema: unknown, dialect: Document["dialect"]): unknown {
  if (!isSchemaObject(schema)) return schema;
  // A schema of a document that was loaded is JSON.
  const keywords: Readonly<SchemaObject> = modernKeywords(schema as JsonObject, dialect);
  return mapSubschemas(keywords, (subschema) => modernSchema(subschema, dialect));
}

const forPeople = ["$ref", "title", "description", "deprecated"];

function onlyReference(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => forPeople.includes(keyword)));
}

function withNull(type: Json | undefined): Json | undefined {
  const types = Array.isArray(type) ? type : [type];
  return type === undefined || types.includes("null") ? type : [...types, "null"];
}

function withLimit(
  schema: JsonObject,
  limit: "minimum" | "maximum",
  exclusive: "exclusiveMinimum" | "exclusiveMaximum",
): JsonObject {
  if (typeof schema[exclusive] !== "boolean") return schema;
  const { [limit]: stated, [exclusive]: isExclusive, ...rest } = schema;
  if (stated === undefined) return rest;
  return { ...rest, [isExclusive === true ? exclusive : limit]: stated };
}
