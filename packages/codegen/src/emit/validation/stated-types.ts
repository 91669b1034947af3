import { isObject, type JsonObject, type JsonType, namedTypes } from "@facsimile/document";
import type { NodePart, NodeReading } from "./node-reading.js";

/** Keywords that say of what type a value is without naming it, as the types of a package have it. */
const implying: readonly (readonly [type: JsonType, words: readonly string[]])[] = [
  ["object", ["properties", "additionalProperties", "patternProperties"]],
  ["array", ["items", "prefixItems"]],
];

/**
 * The types that a schema names, or, where nothing names any, the one that its keywords are about: `properties` alone is an object to the types of a package,
 * and any other value to JSON Schema.
 */
export function typesOfPart(
  { dialect }: NodeReading,
  { value, isTyped }: NodePart,
  keywords: JsonObject,
): readonly JsonType[] | undefined {
  const named = namedTypes(keywords);
  if (named !== undefined || isTyped || isListed(keywords) || keywords.$ref !== undefined) return named;
  const implied = implying.flatMap(([type, words]) =>
    words.some((word) => keywords[word] !== undefined) ? [type] : [],
  );
  if (implied.length === 0) return undefined;
  // In OpenAPI 3.0, `nullable` adds null to whatever else there is.
  const isNullable = dialect === "3.0" && isObject(value) && value.nullable === true;
  return isNullable ? [...implied, "null"] : implied;
}

/** Whether something says of what type the value is that a schema and those beside it are about. */
export function isTypedWhole({ schemas }: NodeReading, { value, isTyped }: NodePart, keywords: JsonObject): boolean {
  const { allOf, oneOf, anyOf } = keywords;
  if (isTyped || namedTypes(keywords) !== undefined || isListed(keywords)) return true;
  if (allOf === undefined && oneOf === undefined && anyOf === undefined) return false;
  const { statesType, enum: listed, const: only } = schemas.view([{ value, pointer: "" }]);
  return statesType || listed !== undefined || only !== undefined;
}

function isListed({ enum: listed, const: only }: JsonObject): boolean {
  return listed !== undefined || only !== undefined;
}
