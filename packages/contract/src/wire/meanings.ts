import { type JsonObject, type SchemaUse, schemasOf } from "@facsimile/document";
import { flatten, propertyUse } from "@facsimile/samples";
import type { Shape, Text } from "./read-styles.js";

/** What values of a schema can be made of, the composite ones first: a schema may allow several. */
export function shapesOf(document: JsonObject, use: SchemaUse): readonly Shape[] {
  const types = schemasOf(document).typesOf(use) ?? [];
  const composite = (["object", "array"] as const).filter((shape) => types.includes(shape));
  const isOther = composite.length === 0 || types.some((type) => type !== "object" && type !== "array");
  return isOther ? [...composite, "primitive"] : composite;
}

/**
 * What a text can mean as a value of a schema: read by the types that the schema states, by what the text looks like, and as nothing but text.
 * The first one is the likeliest.
 */
export function meaningsOf(document: JsonObject, use: SchemaUse, text: Text): readonly unknown[] {
  return [byType(document, use, text), mapText(text, looksLike), mapText(text, (piece) => piece)];
}

function byType(document: JsonObject, use: SchemaUse, text: Text): unknown {
  if (typeof text === "string") return primitive(document, use, text);
  const view = flatten(document, use);
  if (!isMap(text)) return text.map((piece) => primitive(document, view.items, piece));
  return Object.fromEntries([...text].map(([key, piece]) => [key, primitive(document, propertyUse(view, key), piece)]));
}

/** Text that does not read as the type of its schema stays text, so that the schema refuses it. */
function primitive(document: JsonObject, use: SchemaUse, text: string): unknown {
  const types = schemasOf(document).typesOf(use) ?? [];
  if (types.includes("string")) return text;
  const value = looksLike(text);
  const isNumber = typeof value === "number" && (types.includes("number") || types.includes("integer"));
  return isNumber || (typeof value === "boolean" && types.includes("boolean")) ? value : text;
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
