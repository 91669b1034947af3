/**
 * What the schemas below a keyword describe: the very same value, a part of it (a property, an item), something that is made of it (its names,
 * its decoded content), or nothing yet (definitions).
 */
export type Described = "value" | "part" | "derived" | "nothing";

export interface SchemaKeyword {
  /** One schema, a list of schemas, or schemas by name. */
  readonly holds: "schema" | "list" | "map";
  readonly describes: Described;
}

/**
 * The keywords below which there are schemas, in OpenAPI 3.0 to 3.2 (JSON Schema 2020-12, and `definitions` of its older drafts). Whatever stands
 * below another keyword is data, such as `enum`, `const`, `default`, `example` and everything that begins with `x-`: a `$ref` in there is none.
 */
export const schemaKeywords: ReadonlyMap<string, SchemaKeyword> = new Map<string, SchemaKeyword>([
  ["allOf", { holds: "list", describes: "value" }],
  ["anyOf", { holds: "list", describes: "value" }],
  ["oneOf", { holds: "list", describes: "value" }],
  ["not", { holds: "schema", describes: "value" }],
  ["if", { holds: "schema", describes: "value" }],
  ["then", { holds: "schema", describes: "value" }],
  ["else", { holds: "schema", describes: "value" }],
  ["dependentSchemas", { holds: "map", describes: "value" }],
  ["properties", { holds: "map", describes: "part" }],
  ["patternProperties", { holds: "map", describes: "part" }],
  ["additionalProperties", { holds: "schema", describes: "part" }],
  ["unevaluatedProperties", { holds: "schema", describes: "part" }],
  ["items", { holds: "schema", describes: "part" }],
  ["prefixItems", { holds: "list", describes: "part" }],
  ["unevaluatedItems", { holds: "schema", describes: "part" }],
  ["contains", { holds: "schema", describes: "part" }],
  ["propertyNames", { holds: "schema", describes: "derived" }],
  ["contentSchema", { holds: "schema", describes: "derived" }],
  ["$defs", { holds: "map", describes: "nothing" }],
  ["definitions", { holds: "map", describes: "nothing" }],
]);
