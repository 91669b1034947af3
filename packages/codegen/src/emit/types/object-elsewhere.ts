import { type JsonObject, membersOf, type SchemaNode, type SchemaUse } from "@facsimile/document";
import type { Part, Reading } from "./reading.js";

/** The keywords about objects that a type shows. */
export const objectWords: readonly string[] = [
  "properties",
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "required",
  "unevaluatedProperties",
];

export function hasWord(keywords: JsonObject, words: readonly string[]): boolean {
  return words.some((word) => keywords[word] !== undefined);
}

/**
 * Whether another schema of the value says that it is an object, so that one which says no more needs not do so. Of several such schemas, the last one
 * says it.
 */
export function isObjectElsewhere(reading: Reading, { value }: Part, own: JsonObject): boolean {
  const parts = reading.schemas.parts(value);
  const isAlone = !around.some((word) => own[word] !== undefined);
  const at = parts.findIndex(({ keywords }) => keywords === own);
  const isSaid = parts.some((part, index) => {
    const node = { value: part.keywords, pointer: part.pointer };
    if (index === at || !isObjectOnly(reading, node) || (isAlone && reading.schemas.allowsNull([node]))) return false;
    return index > at || hasWord(part.keywords, objectWords);
  });
  return isSaid || ["oneOf", "anyOf"].some((word) => areObjects(reading, membersOf(own, word)));
}

/** Beside these words, it is said of the whole that it is not null. */
const around = ["$ref", "allOf", "oneOf", "anyOf"];

function areObjects(reading: Reading, use: SchemaUse): boolean {
  return use.length > 0 && use.every((node) => isObjectOnly(reading, node));
}

function isObjectOnly({ schemas }: Reading, node: SchemaNode): boolean {
  const types = schemas.typesOf([node]);
  if (types === undefined) return hasWord(schemas.keywords(node.value), objectWords);
  return types.length > 0 && types.every((type) => type === "object" || type === "null");
}
