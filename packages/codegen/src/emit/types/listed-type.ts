import type { Json, JsonObject, JsonType } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { unionOf } from "./combine.js";
import { literalType } from "./literal-type.js";

/** The values that a schema lists; undefined where it lists none. */
export function listedValues(keywords: JsonObject): readonly Json[] | undefined {
  const { const: only, enum: listed } = keywords;
  if (only !== undefined) return [only];
  return Array.isArray(listed) ? listed : undefined;
}

/** Those of the values that have one of the types. */
export function listedType(
  values: readonly Json[],
  types: readonly JsonType[] | undefined,
  isPossible: (type: JsonType) => boolean,
): Type {
  const fits = (value: Json): boolean => {
    const type = typeOfValue(value);
    if (!isPossible(type) && !(type === "integer" && isPossible("number"))) return false;
    return types === undefined || types.includes(type) || (type === "integer" && types.includes("number"));
  };
  return unionOf(values.filter(fits).map(literalType));
}

function typeOfValue(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  // JSON has no other types.
  return typeof value as "boolean" | "object" | "string";
}
