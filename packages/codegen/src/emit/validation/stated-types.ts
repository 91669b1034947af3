import { isObject, type JsonObject, type JsonType, namedTypes } from "@facsimile/document";
import type { NodePart, NodeReading } from "./node-reading.js";

/** Keywords that say of what type a value is without naming it, as the types of a package have it. */
const implying = ["properties", "additionalProperties", "patternProperties", "items", "prefixItems"];

/**
 * The types that a schema names, or, where nothing names any, those that its keywords are about: `properties` alone is an object to the types of a package,
 * and any other value to JSON Schema.
 */
export function typesOfPart(
  reading: NodeReading,
  part: NodePart,
  keywords: JsonObject,
): readonly JsonType[] | undefined {
  const named = namedTypes(keywords);
  if (named !== undefined || part.isTyped) return named;
  const { enum: listed, const: only, $ref, allOf, oneOf, anyOf } = keywords;
  if (listed !== undefined || only !== undefined || $ref !== undefined) return undefined;
  const isComposed = allOf !== undefined || oneOf !== undefined || anyOf !== undefined;
  if (!isComposed && !implying.some((word) => keywords[word] !== undefined)) return undefined;
  const use = [{ value: part.value, pointer: "" }];
  if (reading.schemas.view(use).statesType) return undefined;
  return withNull(reading, part, reading.schemas.typesOf(use));
}

/** In OpenAPI 3.0, `nullable` adds null to whatever else there is. */
function withNull(
  { dialect }: NodeReading,
  { value }: NodePart,
  types: readonly JsonType[] | undefined,
): readonly JsonType[] | undefined {
  const isNullable = dialect === "3.0" && isObject(value) && value.nullable === true;
  return types === undefined || !isNullable ? types : [...new Set([...types, "null" as const])];
}
