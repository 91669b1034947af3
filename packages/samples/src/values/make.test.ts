import { buildModel, type Document, type Json, type JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { createValidator } from "../schema/validator.js";
import { type MadeValue, makeValue } from "./make.js";

/** What is made of a schema that a document of 3.1 has as the body of a request. */
function madeOf(schema: Json, components: JsonObject = {}): MadeValue {
  const content = { "application/json": { schema } };
  const json: JsonObject = {
    openapi: "3.1.0",
    info: { title: "Made", version: "1" },
    paths: {
      "/a": { put: { operationId: "put", requestBody: { content }, responses: { 204: { description: "Kept." } } } },
    },
    components: { schemas: components },
  };
  const locate = (pointer: string): ReturnType<Document["locate"]> => ({
    file: "made.yaml",
    line: 1,
    column: 1,
    pointer,
  });
  const document: Document = { file: "made.yaml", dialect: "3.1", json, omissions: [], locate };
  const { api, diagnostics } = buildModel(document);
  if (api === undefined) throw new Error(JSON.stringify(diagnostics));
  const body = api.operations[0]?.requestBody?.content[0]?.schema;
  return makeValue(json, createValidator(document, api), body, { direction: "request", size: "maximal" });
}

const text = { type: "string" };
const tea = { type: "object", properties: { leaf: text, grams: { type: "integer" } } };

/** Each kind of thing that a schema can ask for. What is made is held by the validator before it is answered. */
const kinds: readonly (readonly [what: string, schema: Json])[] = [
  ["a pattern", { ...text, pattern: "^VA[0-9]{4}$" }],
  ["a pattern with classes of Unicode", { ...text, pattern: "^\\p{Lu}[\\p{L}\\d]{2,5}$" }],
  ["a pattern that looks ahead", { ...text, pattern: "^(?!foo)[a-z]{3}$" }],
  ["a pattern that runs away", { ...text, pattern: "^(a+)+$" }],
  ["a pattern and a least length", { ...text, pattern: "^[a-z]+$", minLength: 40 }],
  ["a pattern and a greatest length", { ...text, pattern: "^[a-z]*$", maxLength: 2 }],
  [
    "two patterns",
    {
      allOf: [
        { ...text, pattern: "^[a-z0-9]{4}$" },
        { ...text, pattern: "0$" },
      ],
    },
  ],
  ["an example that does not match the pattern", { ...text, pattern: "^[0-9]+$", example: "one" }],
  ["a format and a least length", { ...text, format: "email", minLength: 30 }],
  ["a date", { ...text, format: "date" }],
  ["a multiple", { type: "number", multipleOf: 0.25, minimum: 0.3 }],
  [
    "a multiple of several",
    {
      allOf: [
        { type: "integer", multipleOf: 4 },
        { multipleOf: 6, minimum: 13 },
      ],
    },
  ],
  ["a number between two limits", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ["items that differ", { type: "array", items: text, uniqueItems: true, minItems: 3 }],
  [
    "items that differ in a list of values",
    { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true, minItems: 2 },
  ],
  ["objects that differ", { type: "array", items: tea, uniqueItems: true, minItems: 2 }],
  ["an item that has to be there", { type: "array", items: text, contains: { const: "oolong" } }],
  ["two items that have to be there", { type: "array", contains: { type: "integer", minimum: 7 }, minContains: 2 }],
  [
    "names of properties",
    { type: "object", additionalProperties: text, propertyNames: { pattern: "^x-[a-z]+$" }, minProperties: 2 },
  ],
  [
    "properties by pattern",
    { type: "object", patternProperties: { "^[0-9]{3}$": tea }, additionalProperties: false, minProperties: 1 },
  ],
  [
    "a property that is required and not declared",
    { type: "object", required: ["leaf"], additionalProperties: { type: "integer" } },
  ],
  ["what it must not be", { ...text, not: { const: "text" } }],
  ["a property that it must not have", { ...tea, not: { required: ["grams"] } }],
  [
    "a condition",
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    { ...tea, if: { required: ["leaf"] }, then: { properties: { rest: { type: "integer" } }, required: ["rest"] } },
  ],
  [
    "a condition on a value",
    {
      type: "object",
      properties: { kind: { enum: ["a", "b"] }, b: text },
      required: ["kind"],
      if: { properties: { kind: { const: "a" } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ["a"] },
    },
  ],
  ["properties that need others", { ...tea, dependentRequired: { leaf: ["water"] } }],
  [
    "schemas that depend",
    { ...tea, dependentSchemas: { leaf: { properties: { hot: { const: true } }, required: ["hot"] } } },
  ],
  [
    "alternatives that overlap",
    {
      oneOf: [
        { ...tea, required: ["leaf"] },
        { type: "object", properties: { pot: text }, required: ["pot"] },
      ],
    },
  ],
  ["alternatives of which the first never fits alone", { oneOf: [{ type: "number" }, { type: "integer" }, text] }],
  ["parts and alternatives", { allOf: [tea], oneOf: [{ required: ["leaf"] }, { required: ["grams"] }] }],
  ["a closed object of parts", { allOf: [tea], properties: { water: text }, unevaluatedProperties: false }],
];

describe("a made value", () => {
  it.each(kinds)("fits a schema with %s", (_what, schema) => {
    expect(madeOf(schema)).toMatchObject({ kind: "made" });
  });

  it("is the same each time", () => {
    const schema = { type: "array", items: { ...text, pattern: "^[a-z]{3}[0-9]+$" }, minItems: 3, uniqueItems: true };
    expect(madeOf(schema)).toEqual(madeOf(schema));
  });

  it("has something in it where a pattern allows a text without", () => {
    expect(madeOf({ ...text, pattern: "^([a-z]+(,[a-z]+)*)?$" })).toMatchObject({ value: expect.stringMatching(/./) });
    expect(madeOf({ ...text, pattern: "^$" })).toMatchObject({ value: "" });
  });

  it("matches the pattern of its place", () => {
    expect(madeOf({ ...text, pattern: "^VA[0-9]{4}$" })).toEqual({
      kind: "made",
      value: expect.stringMatching(/^VA\d{4}$/),
    });
  });

  const impossible: readonly (readonly [what: string, schema: Json])[] = [
    ["contradicts itself", { type: "integer", minimum: 5, maximum: 3 }],
    ["requires itself", { $ref: "#/components/schemas/Loop" }],
    ["has a pattern and a format that exclude each other", { ...text, format: "date", pattern: "^[a-z]+$" }],
    ["asks for more characters than anybody reads", { ...text, pattern: "^((a{1000}){1000}){1000}$" }],
  ];

  it.each(impossible)("is none where a schema %s, with the reason", (_what, schema) => {
    const loop = { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } }, required: ["next"] };
    expect(madeOf(schema, { Loop: loop })).toEqual({
      kind: "none",
      reason: expect.stringMatching(/^no value was found that fits: /),
    });
  });

  it("has a bounded size, however much a document nests", () => {
    const names = Array.from({ length: 12 }, (_, index) => `M${index}`);
    const properties = (index: number): JsonObject =>
      Object.fromEntries(names.slice(index + 1).map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const components = Object.fromEntries(
      names.map((name, index) => [name, { type: "object", properties: { ...properties(index), a: text } }]),
    );
    const made = madeOf({ $ref: "#/components/schemas/M0" }, components);
    expect(JSON.stringify(made).length).toBeLessThan(60_000);
  });
});
