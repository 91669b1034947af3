import { isObject } from "../document/pointer.js";

/**
 * A schema of OpenAPI 3.0 as draft 2020-12 has it (OpenAPI 3.0.4, 4.7.24): `nullable` becomes a type, boolean `exclusiveMinimum` and
 * `exclusiveMaximum` become numbers, and what stands beside a `$ref` is ignored.
 */
export function convertSchema30(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === "string") return { $ref: schema.$ref };
  const { nullable, exclusiveMinimum, exclusiveMaximum, example: _example, ...rest } = schema;
  const converted: Record<string, unknown> = mapSubschemas(rest, convertSchema30);
  if (nullable === true && typeof converted.type === "string") converted.type = [converted.type, "null"];
  if (exclusiveMinimum === true) moveKeyword(converted, "minimum", "exclusiveMinimum");
  if (exclusiveMaximum === true) moveKeyword(converted, "maximum", "exclusiveMaximum");
  return converted;
}

function moveKeyword(schema: Record<string, unknown>, from: string, to: string): void {
  if (schema[from] !== undefined) schema[to] = schema[from];
  delete schema[from];
}

const single = [
  "not",
  "if",
  "then",
  "else",
  "items",
  "contains",
  "additionalProperties",
  "propertyNames",
  "unevaluatedProperties",
  "unevaluatedItems",
];
const list = ["allOf", "anyOf", "oneOf", "prefixItems"];
const map = ["properties", "patternProperties", "dependentSchemas", "$defs"];

/** A copy of a schema in which each schema directly inside it is replaced. */
export function mapSubschemas(
  schema: Readonly<Record<string, unknown>>,
  replace: (subschema: unknown, keyword: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (single.includes(keyword)) return [keyword, replace(value, keyword)];
      if (list.includes(keyword) && Array.isArray(value)) return [keyword, value.map((item) => replace(item, keyword))];
      if (map.includes(keyword) && isObject(value))
        return [keyword, mapValues(value, (item) => replace(item, keyword))];
      return [keyword, value];
    }),
  );
}

function mapValues(
  object: Readonly<Record<string, unknown>>,
  replace: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, replace(value)]));
}
