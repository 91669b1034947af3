import { type JsonObject, type JsonType, type SchemaUse, schemasOf } from "@facsimile/document";
import type { SchemaError, Validator } from "../schema/validator.js";
import { flatten, propertyUse } from "../values/flatten.js";
import type { Shape, Text } from "./text.js";

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
export function textMeanings(document: JsonObject, use: SchemaUse, text: Text): readonly unknown[] {
  return [byType(document, use, text), mapText(text, looksLike), mapText(text, (piece) => piece)];
}

/** What is wrong with the likeliest meaning; nothing where one of them fits. */
export function meaningErrors(
  validator: Validator,
  { pointer }: { readonly pointer: string },
  meanings: readonly unknown[],
): readonly SchemaError[] {
  const errors = meanings.map((value) => validator.check(pointer, "request", value));
  return errors.some(({ length }) => length === 0) ? [] : (errors[0] ?? []);
}

function byType(document: JsonObject, use: SchemaUse, text: Text): unknown {
  const types = schemasOf(document).typesOf(use) ?? [];
  const view = flatten(document, use);
  const listOf = (items: readonly Text[]): unknown => items.map((piece) => byType(document, view.items, piece));
  if (isList(text)) return listOf(text);
  const items = types.includes("array") ? itemsOf(text, types) : undefined;
  if (items !== undefined) return listOf(items);
  if (typeof text === "string") return primitive(types, text);
  return Object.fromEntries([...text].map(([key, piece]) => [key, byType(document, propertyUse(view, key), piece)]));
}

/** The items of what only its type makes a list: one that came once, and one whose items are numbered. */
function itemsOf(text: Exclude<Text, readonly Text[]>, types: readonly JsonType[]): readonly Text[] | undefined {
  if (typeof text === "string") return types.includes("string") ? undefined : [text];
  return [...text.keys()].every((key, index) => key === String(index)) ? [...text.values()] : undefined;
}

/** Text that does not read as the type of its schema stays text, so that the schema refuses it. */
function primitive(types: readonly JsonType[], text: string): unknown {
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
  if (isList(text)) return text.map((piece) => mapText(piece, read));
  return Object.fromEntries([...text].map(([key, piece]) => [key, mapText(piece, read)]));
}

function isList(text: Text): text is readonly Text[] {
  return Array.isArray(text);
}
