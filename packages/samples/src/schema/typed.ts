import { child, isObject, type JsonObject, mapSubschemas, splitPointer, valueAt } from "@facsimile/document";

/**
 * What a type of TypeScript cannot tell: a value that breaks nothing but these stands for one that fits, and that it breaks one of these is no reason
 * for a type to refuse it.
 */
export const beyondTypes: ReadonlySet<string> = new Set([
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
]);

/** What else is dropped: conditions, and counts of what a type does not count. */
const conditions: ReadonlySet<string> = new Set([
  "if",
  "then",
  "else",
  "contains",
  "minContains",
  "maxContains",
  "propertyNames",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
]);

/** What a type can tell of a schema: what this refuses, a type has to refuse. A union does not mind a value that fits several of its members. */
export function typedSchema(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const inside = mapSubschemas(schema, typedSchema);
  const kept = Object.entries(inside).filter(([keyword, value]) => {
    const isEverything = value === true || (isObject(value) && Object.keys(value).length === 0);
    return !beyondTypes.has(keyword) && !conditions.has(keyword) && (keyword !== "not" || isEverything);
  });
  const { oneOf, ...rest } = Object.fromEntries(kept);
  if (oneOf === undefined) return rest;
  return { ...rest, allOf: [...listOf(rest.allOf), { anyOf: oneOf }] };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The pointer of a schema in a document whose schemas are typed ones: an alternative of `oneOf` is one of an `anyOf` there. */
export function pointerInTyped(document: JsonObject, pointer: string): string {
  let place = "";
  for (const key of splitPointer(pointer)) {
    const isMoved = key === "oneOf" && valueAt(document, child(place, key)) === undefined;
    const all = isMoved ? listOf(valueAt(document, child(place, "allOf"))) : [];
    place = isMoved ? `${place}/allOf/${all.length - 1}/anyOf` : child(place, key);
  }
  return place;
}
