import type { JsonObject } from "@facsimile/document";
import { isObject, resolve } from "../document/pointer.js";

/**
 * A schema without its references and compositions: the parts of `allOf` are merged, and of `oneOf` and `anyOf` the first part is taken that
 * is not `null`. What is merged keeps the properties and requirements of all parts; for other keywords the last part wins.
 */
export function flatten(document: JsonObject, schema: unknown): JsonObject {
  const resolved = resolve(document, schema as JsonObject | undefined);
  if (!isObject(resolved)) return {};
  const { allOf, oneOf, anyOf, ...own } = resolved;
  const all = Array.isArray(allOf) ? allOf.map((part) => flatten(document, part)) : [];
  const alternatives = [oneOf, anyOf].flatMap((parts) =>
    Array.isArray(parts) ? [firstAlternative(document, parts)] : [],
  );
  return [...all, ...alternatives].reduce(merge, own);
}

function firstAlternative(document: JsonObject, parts: readonly unknown[]): JsonObject {
  const flat = parts.map((part) => flatten(document, part));
  return flat.find(({ type }) => type !== "null") ?? {};
}

function merge(left: JsonObject, right: JsonObject): JsonObject {
  const properties = { ...objectOf(left.properties), ...objectOf(right.properties) };
  const required = [...new Set([...listOf(left.required), ...listOf(right.required)])];
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

function objectOf(value: JsonObject[string] | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: JsonObject[string] | undefined): readonly JsonObject[string][] {
  return Array.isArray(value) ? value : [];
}
