import { child, type Json, type JsonObject, namedTypes, type SchemaNode, type Schemas } from "@facsimile/document";
import { isSilentKeyword } from "./silent-keywords.js";
import { type ValueType, valueTypes } from "./value-type.js";

/** Schemas of which one has to hold where a schema must not; undefined where no schema says so without `not`. */
export function complementOf(schemas: Schemas, { value, pointer }: SchemaNode): readonly SchemaNode[] | undefined {
  const keywords = schemas.keywords(value);
  const stated = Object.keys(keywords).filter((keyword) => !isSilentKeyword(keyword));
  const [keyword, ...others] = stated.filter((each) => each !== "type");
  if (others.length > 0 || isOfIntegers(keywords)) return undefined;
  const outside = stated.includes("type") ? [withoutTypes(keywords)] : [];
  if (keyword === undefined)
    return stated.length === 0 ? undefined : outside.map((each) => ({ value: each, pointer: child(pointer, "type") }));
  const opposite = oppositeOf(keyword, keywords);
  if (opposite === undefined) return undefined;
  return [...outside, opposite].map((each) => ({ value: each, pointer: child(pointer, keyword) }));
}

/** No keyword asks for a number that is not whole. */
function isOfIntegers(keywords: JsonObject): boolean {
  const named = namedTypes(keywords) ?? [];
  return named.includes("integer") && !named.includes("number");
}

function withoutTypes(keywords: JsonObject): JsonObject {
  const named = namedTypes(keywords) ?? [];
  const types = valueTypes.filter((type) => !(named as readonly ValueType[]).includes(type));
  return { type: types };
}

type Opposite = (limit: number) => JsonObject;

/** What a keyword refuses is of its own type: a text fulfils every `minimum`. */
const opposites: Readonly<Record<string, Opposite>> = {
  minimum: (limit) => ({ type: "number", exclusiveMaximum: limit }),
  exclusiveMinimum: (limit) => ({ type: "number", maximum: limit }),
  maximum: (limit) => ({ type: "number", exclusiveMinimum: limit }),
  exclusiveMaximum: (limit) => ({ type: "number", minimum: limit }),
  minLength: (limit) => ({ type: "string", maxLength: limit - 1 }),
  maxLength: (limit) => ({ type: "string", minLength: limit + 1 }),
  minItems: (limit) => ({ type: "array", maxItems: limit - 1 }),
  maxItems: (limit) => ({ type: "array", minItems: limit + 1 }),
  minProperties: (limit) => ({ type: "object", maxProperties: limit - 1 }),
  maxProperties: (limit) => ({ type: "object", minProperties: limit + 1 }),
};

function oppositeOf(keyword: string, keywords: JsonObject): Json | undefined {
  if (keyword === "not") return keywords.not;
  const limit = keywords[keyword];
  if (typeof limit !== "number") return undefined;
  return opposites[keyword]?.(limit);
}
