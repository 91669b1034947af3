/** A JSON Schema that may be changed: always of a clone. */
export interface Schema {
  [keyword: string]: unknown;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const single = [
  "items",
  "additionalProperties",
  "not",
  "contains",
  "propertyNames",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
] as const;
const listed = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;
const keyed = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"] as const;

/** Replaces each schema directly within another one by what `change` gives for it. Booleans are schemas too. */
export function changeChildren(schema: Schema, change: (child: unknown) => unknown): void {
  for (const keyword of single) if (schema[keyword] !== undefined) schema[keyword] = change(schema[keyword]);
  for (const keyword of listed) {
    const schemas = schema[keyword];
    if (Array.isArray(schemas)) schema[keyword] = schemas.map(change);
  }
  for (const keyword of keyed) {
    const schemas = schema[keyword];
    if (isSchema(schemas)) schema[keyword] = mapValues(schemas, change);
  }
}

/** Calls `visit` with a schema and every schema within it; references are not followed. */
export function forEachSchema(schema: unknown, visit: (schema: Schema) => void): void {
  if (!isSchema(schema)) return;
  visit(schema);
  changeChildren(schema, (child) => {
    forEachSchema(child, visit);
    return child;
  });
}

/** `__proto__` is a name like any other. */
export function mapValues<Value>(
  object: { [key: string]: unknown },
  change: (value: unknown, key: string) => Value,
): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
