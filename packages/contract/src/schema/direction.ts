import type { JsonObject } from "@facsimile/document";
import { isObject, resolve } from "../document/pointer.js";
import { mapSubschemas } from "./convert.js";

/** Which way a value travels. */
export type Direction = "request" | "response";

/**
 * A schema as it binds in one direction: a `readOnly` property need not be in a request though it is `required`, nor a `writeOnly` one in a
 * response (OpenAPI 3.0.4, 4.7.24.1; in 3.1 the same words are annotations and are read the same way).
 */
export function inDirection(document: JsonObject, schema: unknown, direction: Direction): unknown {
  if (!isObject(schema)) return schema;
  const mapped = mapSubschemas(schema, (subschema) => inDirection(document, subschema, direction));
  if (!Array.isArray(schema.required) || !isObject(schema.properties)) return mapped;
  const { properties } = schema;
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  const binding = schema.required.filter((name) => !isMarked(document, properties[String(name)], keyword));
  return { ...mapped, required: binding };
}

function isMarked(document: JsonObject, property: JsonObject[string] | undefined, keyword: string): boolean {
  if (isObject(property) && property[keyword] === true) return true;
  const resolved = resolve(document, property);
  return isObject(resolved) && resolved[keyword] === true;
}
