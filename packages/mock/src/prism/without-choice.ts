import { isSchemaObject, mapSubschemas } from "@facsimile/document";

/**
 * A schema whose `oneOf` is an `anyOf` where no value fits two of its schemas, because each allows other types: both mean the same then. Prism reads the text
 * of a parameter as a number for one schema and as a text for the next, and takes the two for two that fit.
 */
export function withoutChoice(schema: unknown): unknown {
  if (!isSchemaObject(schema)) return schema;
  const { oneOf, ...rest } = mapSubschemas(schema, withoutChoice);
  if (oneOf === undefined) return rest;
  const isFree = Array.isArray(oneOf) && rest.anyOf === undefined && areApart(oneOf);
  return { ...rest, [isFree ? "anyOf" : "oneOf"]: oneOf };
}

/** Whether schemas name types, and no two of them the same. */
function areApart(schemas: readonly unknown[]): boolean {
  const types = schemas.map((schema) => (isSchemaObject(schema) ? [schema.type].flat() : [undefined]));
  // A whole number is a number.
  const all = types.flat().map((type) => (type === "integer" ? "number" : type));
  return !all.includes(undefined) && new Set(all).size === all.length;
}
