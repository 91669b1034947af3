import type { JsonObject } from "@facsimile/document";
import { isObject, resolve } from "../document/pointer.js";
import type { Shape, Text } from "../wire/read-styles.js";
import { flatten } from "./flatten.js";

/** What values of a schema can be made of, the composite ones first: a schema may allow several. */
export function shapesOf(document: JsonObject, schema: unknown): readonly Shape[] {
  const types = typesOf(document, schema, new Set());
  const composite = (["object", "array"] as const).filter((shape) => types.has(shape));
  const isOther = composite.length === 0 || [...types].some((type) => type !== "object" && type !== "array");
  return isOther ? [...composite, "primitive"] : composite;
}

function typesOf(document: JsonObject, schema: unknown, seen: Set<unknown>): Set<string> {
  const resolved = resolve(document, schema as JsonObject | undefined);
  if (!isObject(resolved) || seen.has(resolved)) return new Set();
  seen.add(resolved);
  const { type, allOf, oneOf, anyOf } = resolved;
  const own = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
  const implied =
    own.length > 0 ? [] : [...(resolved.properties ? ["object"] : []), ...(resolved.items ? ["array"] : [])];
  const parts = [allOf, oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return new Set([...own, ...implied, ...parts.flatMap((part) => [...typesOf(document, part, seen)])]);
}

/**
 * What a text can mean as a value of a schema: read by the types that the schema states, by what the text looks like, and as nothing but text.
 * The first one is the likeliest.
 */
export function meaningsOf(document: JsonObject, schema: unknown, text: Text): readonly unknown[] {
  return [byType(document, schema, text), mapText(text, looksLike), mapText(text, (piece) => piece)];
}

function byType(document: JsonObject, schema: unknown, text: Text): unknown {
  const { items, properties, additionalProperties } = flatten(document, schema);
  if (typeof text === "string") return primitive(document, schema, text);
  if (!isMap(text)) return text.map((piece) => primitive(document, items, piece));
  const declared = isObject(properties) ? properties : {};
  return Object.fromEntries(
    [...text].map(([key, piece]) => [key, primitive(document, declared[key] ?? additionalProperties, piece)]),
  );
}

/** Text that does not read as the type of its schema stays text, so that the schema refuses it. */
function primitive(document: JsonObject, schema: unknown, text: string): unknown {
  const types = typesOf(document, schema, new Set());
  if (types.has("string")) return text;
  const value = looksLike(text);
  const isNumber = typeof value === "number" && (types.has("number") || types.has("integer"));
  return isNumber || (typeof value === "boolean" && types.has("boolean")) ? value : text;
}

function looksLike(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  // A number as JSON writes it (RFC 8259, 6).
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

function mapText(text: Text, read: (piece: string) => unknown): unknown {
  if (typeof text === "string") return read(text);
  return isMap(text)
    ? Object.fromEntries([...text].map(([key, piece]) => [key, read(piece)]))
    : text.map((piece) => read(piece));
}

function isMap(text: Text): text is ReadonlyMap<string, string> {
  return text instanceof Map;
}
