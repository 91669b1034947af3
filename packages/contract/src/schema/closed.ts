import type { JsonObject } from "@facsimile/document";
import { isObject, resolve } from "../document/pointer.js";
import { mapSubschemas } from "./convert.js";

/** Where the schemas of values stand; elsewhere a schema is one of several that describe the same value. */
const valueKeywords = new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "items",
  "prefixItems",
  "unevaluatedProperties",
]);
const inPlaceKeywords = ["allOf", "anyOf", "oneOf", "if", "then", "else"];

/**
 * A schema that refuses properties which no part of it declares, at any depth. An object without a single declared property stays open, and
 * so does one that says `additionalProperties`. Each object is closed where its value stands and not in its component, which may be one of
 * several parts of an `allOf`; for that, references lead to open copies.
 */
export function closed(document: JsonObject, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const open = closedInside(document, schema);
  if (!declaresProperties(document, schema, new Set())) return open;
  // Keywords beside a reference count in 2020-12, and `unevaluatedProperties` sees what the reference evaluates.
  return { allOf: [open], unevaluatedProperties: false };
}

/** The schema itself left open, and the values inside it closed. */
export function closedInside(document: JsonObject, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  return mapSubschemas(schema, (subschema, keyword) =>
    valueKeywords.has(keyword) ? closed(document, subschema) : closedInside(document, subschema),
  );
}

function declaresProperties(document: JsonObject, schema: JsonObject[string] | undefined, seen: Set<unknown>): boolean {
  const resolved = resolve(document, schema);
  if (!isObject(resolved) || seen.has(resolved)) return false;
  seen.add(resolved);
  if (isObject(resolved.properties)) return true;
  const parts = inPlaceKeywords.flatMap((keyword) => resolved[keyword] ?? []);
  return parts.some((part) => declaresProperties(document, part, seen));
}
