import { type Json, type JsonObject, type JsonType, typeOfValue } from "@facsimile/document";
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
