import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { childrenOf, withChild } from "./edits.js";

const sameValue = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];
const parts = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "unevaluatedItems",
];

/** The schemas of all parts of a value with nothing allowed in them that they do not name. */
export function closedBelow(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const own = withoutOpenings(schema);
  const closed = childrenOf(own).reduce<JsonObject>((whole, [path, child]) => {
    const [keyword = ""] = path;
    if (sameValue.includes(keyword)) return withChild(whole, path, closedBelow(child));
    return parts.includes(keyword) ? withChild(whole, path, closedHere(closedBelow(child))) : whole;
  }, own);
  return withRequired(closed);
}

/** What is allowed under any name is not named. */
function withoutOpenings(schema: JsonObject): JsonObject {
  const isOpening = ([keyword, value]: readonly [string, Json]): boolean =>
    ["additionalProperties", "unevaluatedProperties"].includes(keyword) &&
    (value === true || JSON.stringify(value) === "{}");
  return Object.fromEntries(Object.entries(schema).filter((entry) => !isOpening(entry)));
}

/** What is required counts as named. */
function withRequired(schema: JsonObject): JsonObject {
  const { required, properties = {}, additionalProperties, patternProperties } = schema;
  if (!Array.isArray(required) || additionalProperties !== undefined || patternProperties !== undefined) return schema;
  const missing = required.filter((name) => typeof name === "string" && !Object.hasOwn(properties as JsonObject, name));
  const declared = Object.fromEntries(missing.map((name) => [name as string, true]));
  return missing.length === 0 ? schema : { ...schema, properties: { ...(properties as JsonObject), ...declared } };
}

function closedHere(schema: Json): Json {
  if (schema === false) return false;
  if (schema === true) return { unevaluatedProperties: false };
  return isObject(schema) && schema.unevaluatedProperties !== undefined
    ? schema
    : { ...(schema as JsonObject), unevaluatedProperties: false };
}
