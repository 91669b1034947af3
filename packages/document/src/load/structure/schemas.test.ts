import { expect, test } from "vitest";
import { read } from "../../../test/read-structure.js";
import type { Json } from "../document.js";

test.each<[dialect: string, schema: string, expected: string, value: Json]>([
  ["3.1", "null", "schema-invalid ~", {}],
  ["3.1", "string", "schema-invalid ~", {}],
  ["3.1", "[a]", "schema-invalid ~", {}],
  ["3.1", "{ properties: [] }", "structure-empty ~/properties", { properties: {} }],
  ["3.1", "{ properties: null, type: object }", "structure-null ~/properties", { type: "object" }],
  ["3.1", "{ properties: [a] }", "schema-keyword-invalid ~/properties", {}],
  [
    "3.1",
    "{ properties: { a: 1, b: null } }",
    "schema-invalid ~/properties/a, schema-invalid ~/properties/b",
    { properties: { a: {}, b: {} } },
  ],
  [
    "3.1",
    "{ items: [{ type: string }, 3] }",
    "schema-items-list ~/items, schema-invalid ~/items/1",
    { prefixItems: [{ type: "string" }, {}] },
  ],
  ["3.0", "{ items: [{ type: string }] }", "schema-items-list ~/items", { items: {} }],
  ["3.0", "{ items: [] }", "schema-invalid ~/items", { items: {} }],
  ["3.1", "{ allOf: {} }", "schema-keyword-invalid ~/allOf", {}],
  ["3.1", "{ allOf: { type: string } }", "structure-list ~/allOf", { allOf: [{ type: "string" }] }],
  ["3.1", "{ oneOf: [null] }", "schema-invalid ~/oneOf/0", { oneOf: [{}] }],
  ["3.1", "{ required: true, title: 3 }", "schema-required-flag ~/required, structure-text ~/title", { title: "3" }],
  ["3.1", "{ required: 'false' }", "schema-required-flag ~/required", {}],
  ["3.1", "{ required: name }", "schema-keyword-invalid ~/required", {}],
  [
    "3.1",
    "{ required: [1, null, a] }",
    "structure-text ~/required/0, structure-null ~/required/1",
    { required: ["1", "a"] },
  ],
  ["3.1", "{ enum: a }", "schema-keyword-invalid ~/enum", {}],
  ["3.1", "{ enum: { a: 1 } }", "schema-keyword-invalid ~/enum", {}],
  [
    "3.1",
    "{ enum: [null, 1], default: null, example: null, const: null }",
    "",
    { enum: [null, 1], default: null, example: null, const: null },
  ],
  [
    "3.1",
    "{ minimum: '1', maximum: ' 2.5 ', maxLength: many }",
    "structure-quoted ~/minimum, structure-quoted ~/maximum, schema-keyword-invalid ~/maxLength",
    { minimum: 1, maximum: 2.5 },
  ],
  ["3.1", "{ pattern: 3, format: null }", "structure-text ~/pattern, structure-null ~/format", { pattern: "3" }],
  ["3.1", "{ nullable: 'true' }", "structure-quoted ~/nullable, schema-keyword-version ~/nullable", { nullable: true }],
  ["3.1", "{ $ref: null, type: string }", "structure-null ~/$ref", { type: "string" }],
  ["3.1", "{ discriminator: kind }", "schema-keyword-invalid ~/discriminator", {}],
  ["3.1", "{ discriminator: { mapping: {} } }", "schema-keyword-invalid ~/discriminator", {}],
  ["3.1", "{ type: file, format: binary }", "schema-type-unknown ~/type", { format: "binary" }],
  ["3.0", "{ type: any, nullable: true }", "schema-type-unknown ~/type", {}],
  ["3.1", "{ type: String }", "structure-invalid ~/type", { type: "string" }],
  ["3.1", "{ type: [string, date] }", "schema-type-unknown ~/type/1", {}],
  ["3.1", "{ type: [string, null] }", "structure-null ~/type/1", { type: ["string", "null"] }],
  ["3.1", "{ type: null }", "structure-null ~/type", {}],
  ["3.1", "{ type: [] }", "schema-type-unknown ~/type", {}],
  [
    "3.1",
    "{ additionalProperties: 'false' }",
    "structure-quoted ~/additionalProperties",
    { additionalProperties: false },
  ],
  ["3.1", "{ not: string, contains: null }", "schema-keyword-invalid ~/not, structure-null ~/contains", {}],
  [
    "3.1",
    "{ enum: [], oneOf: [], anyOf: [], allOf: [] }",
    "schema-keyword-invalid ~/enum, schema-keyword-invalid ~/oneOf, schema-keyword-invalid ~/anyOf, schema-keyword-invalid ~/allOf",
    {},
  ],
  ["3.1", "{ additionalProperties: null }", "structure-null ~/additionalProperties", {}],
  [
    "3.1",
    "{ minimum: 1, exclusiveMinimum: true }",
    "schema-keyword-version ~/exclusiveMinimum",
    { exclusiveMinimum: 1 },
  ],
  ["3.1", "{ minimum: 1, exclusiveMinimum: false }", "schema-keyword-version ~/exclusiveMinimum", { minimum: 1 }],
  [
    "3.1",
    "{ maximum: '1', exclusiveMaximum: 'true' }",
    "structure-quoted ~/maximum, structure-quoted ~/exclusiveMaximum, schema-keyword-version ~/exclusiveMaximum",
    { exclusiveMaximum: 1 },
  ],
  [
    "3.0",
    "{ exclusiveMaximum: 3 }",
    "schema-keyword-version ~/exclusiveMaximum",
    { maximum: 3, exclusiveMaximum: true },
  ],
  ["3.0", "{ minimum: 5, exclusiveMinimum: 3 }", "schema-keyword-version ~/exclusiveMinimum", { minimum: 5 }],
  ["3.0", "{ minimum: 5, exclusiveMinimum: true }", "", { minimum: 5, exclusiveMinimum: true }],
])("in OpenAPI %s, the schema %s is read by rule", async (dialect, schema, expected, value) => {
  const text = `openapi: ${dialect}.0\ninfo: { title: A, version: v1 }\npaths: {}\ncomponents: { schemas: { A: ${schema} } }`;
  const { found, at } = await read(text);
  const lines = found.map((line) => line.replace("/components/schemas/A", "~").replace(/:.*$/, ""));
  expect(lines.join(", ")).toBe(expected);
  expect(at("/components/schemas/A")).toEqual(value);
});
