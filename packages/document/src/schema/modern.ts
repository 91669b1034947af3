import type { Document, Json, JsonObject } from "../load/document.js";
import { isSchemaObject, mapSubschemas, type SchemaObject } from "./walk.js";

/**
 * The keywords of one schema in the words of JSON Schema 2020-12; the schemas below it stay as they are. What is in those words already stays.
 *
 * - `nullable: true` adds null to what a schema of 3.0 allows, whatever stands beside it (docs/decisions/0014): to its `type` and its `enum`. Beside
 *   a composition no keyword of 2020-12 says so without another schema around it: there alone `nullable: true` stays. From 3.1 on it means nothing.
 * - A boolean `exclusiveMinimum` or `exclusiveMaximum` says how `minimum` or `maximum` is meant (OpenAPI 3.0.3, 4.7.24.1).
 * - What stands beside a `$ref` is ignored in 3.0 (3.0.3, 4.7.23.1), but for words to people.
 */
export function modernKeywords(schema: JsonObject, dialect: Document["dialect"]): JsonObject {
  if (isModern(schema, dialect)) return schema;
  if (isOldReference(schema, dialect)) return onlyReference(schema);
  const { nullable, ...rest } = schema;
  const keywords = dialect === "3.0" && nullable === true ? withNull(rest) : rest;
  return withLimit(withLimit(keywords, "minimum", "exclusiveMinimum"), "maximum", "exclusiveMaximum");
}

/** Whether a schema says in the words of JSON Schema 2020-12 all that it says, as most do. */
export function isModern(schema: JsonObject, dialect: Document["dialect"]): boolean {
  const { nullable, exclusiveMinimum, exclusiveMaximum } = schema;
  const saysLimits = typeof exclusiveMinimum !== "boolean" && typeof exclusiveMaximum !== "boolean";
  return nullable === undefined && saysLimits && !(isOldReference(schema, dialect) && saysMore(schema));
}

/** Whether a reference of 3.0 has members that it does not have in 2020-12. */
function saysMore(reference: JsonObject): boolean {
  return Object.keys(reference).some((keyword) => !forPeople.includes(keyword));
}

function isOldReference({ $ref }: JsonObject, dialect: Document["dialect"]): boolean {
  return dialect === "3.0" && typeof $ref === "string";
}

/** A schema with every schema below it in the words of JSON Schema 2020-12. One that stands beside null is an alternative to it. */
export function modernSchema(schema: unknown, dialect: Document["dialect"]): unknown {
  if (!isSchemaObject(schema)) return schema;
  // A schema of a document that was loaded is JSON.
  const keywords = modernKeywords(schema as JsonObject, dialect);
  const modern = mapSubschemas(keywords, (subschema) => modernSchema(subschema, dialect));
  return keywords.nullable === true ? alternativeToNull(modern) : modern;
}

const forPeople = ["$ref", "title", "description", "deprecated"];

function onlyReference(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => forPeople.includes(keyword)));
}

/** What may refuse null by other means than a list to which it could be added. */
const composing = ["allOf", "oneOf", "anyOf", "not", "if", "const"];

function withNull(schema: JsonObject): JsonObject {
  if (composing.some((keyword) => schema[keyword] !== undefined)) return { ...schema, nullable: true };
  const { type, enum: listed } = schema;
  return {
    ...schema,
    ...(type !== undefined && { type: listWith("null", Array.isArray(type) ? type : [type]) }),
    ...(Array.isArray(listed) && { enum: listWith(null, listed) }),
  };
}

function listWith(item: Json, list: readonly Json[]): Json {
  return list.includes(item) ? [...list] : [...list, item];
}

/** What describes a value in words, whichever of its alternatives it is. */
const describing = ["title", "description", "deprecated", "default", "example", "examples", "readOnly", "writeOnly"];

function alternativeToNull({ nullable: _nullable, ...schema }: SchemaObject): SchemaObject {
  const isOutside = ([keyword]: [string, unknown]): boolean => describing.includes(keyword) || keyword.startsWith("x-");
  const entries = Object.entries(schema);
  const inside = Object.fromEntries(entries.filter((entry) => !isOutside(entry)));
  return { ...Object.fromEntries(entries.filter(isOutside)), anyOf: [inside, { type: "null" }] };
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
