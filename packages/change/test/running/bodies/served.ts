import { essence, isObject, type Json, type JsonObject } from "@facsimile/document";
import { languageOf } from "./languages.js";

/** A document as Prism can serve it: bodies that it does not read it takes as they come. */
export function withoutUnread(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutUnread);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [
    key,
    key === "content" && isObject(member) ? withoutUnreadTypes(member) : withoutUnread(member),
  ]);
  return Object.fromEntries(entries);
}

function withoutUnreadTypes(content: JsonObject): JsonObject {
  const entries = Object.entries(content).map(([type, media]): [string, Json] => [
    type,
    languageOf(type) === undefined || isPlainForm(type, media) ? media : asItComes(type),
  ]);
  return Object.fromEntries(entries);
}

/** Prism writes no answer of an unknown value in other types than JSON. */
function asItComes(type: string): JsonObject {
  return isForm(type) ? {} : { schema: { type: "string" } };
}

function isForm(type: string): boolean {
  return /form/.test(essence(type));
}

const simple: readonly Json[] = ["string", "number", "integer", "boolean"];

/** A form that says nothing but the simple values that it has. */
function isPlainForm(type: string, media: Json): boolean {
  if (!isForm(type) || !isObject(media) || media.encoding !== undefined || !isObject(media.schema)) return false;
  const { properties, allOf, anyOf, oneOf } = media.schema;
  if (!isObject(properties) || [allOf, anyOf, oneOf].some((each) => each !== undefined)) return false;
  return Object.values(properties).every(
    (property) => isObject(property) && simple.includes(property.type ?? "") && property.format !== "binary",
  );
}
