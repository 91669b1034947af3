import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../load/document.js";
import { Schemas, schemasOf } from "./schemas.js";

const components: JsonObject = {
  schemas: {
    Text: { type: "string" },
    OrNull: { type: ["string", "null"] },
    Old: { type: "string", nullable: true },
    Chain: { $ref: "#/components/schemas/Text" },
    Never: false,
    Loop: { $ref: "#/components/schemas/Loop" },
  },
};
/** `then` beside a condition: as a member of a literal it would look like a promise. */
const conditional = (condition: Json, branch: string, schema: Json): JsonObject => ({
  if: condition,
  [branch]: schema,
});
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Whether null is a value, in a document of 3.0 and in one of 3.1. */
const table: readonly (readonly [what: string, schema: Json, in30: boolean, in31: boolean])[] = [
  ["a schema that says nothing", {}, true, true],
  ["a type", { type: "string" }, false, false],
  ["nullable beside a type", { type: "string", nullable: true }, true, false],
  ["nullable: false beside a type", { type: "string", nullable: false }, false, false],
  ["nullable without a type, where anything goes", { nullable: true }, true, true],
  ["nullable without a type, beside allOf", { nullable: true, allOf: [ref("Text")] }, true, false],
  ["nullable without a type, beside oneOf", { nullable: true, oneOf: [ref("Text"), { type: "number" }] }, true, false],
  [
    "nullable and a type, beside an allOf that refuses null",
    { type: "string", nullable: true, allOf: [ref("Text")] },
    true,
    false,
  ],
  ["nullable beside oneOf of which two take null", { nullable: true, oneOf: [ref("Old"), ref("Old")] }, true, false],
  ["nullable beside anyOf", { nullable: true, anyOf: [ref("Text"), { type: "number" }] }, true, false],
  ["nullable beside not", { nullable: true, not: { type: "null" } }, true, false],
  ["nullable beside const", { nullable: true, const: "a" }, true, false],
  ["nullable beside an enum alone", { nullable: true, enum: ["a"] }, true, false],
  ["nullable: false beside an enum without null", { type: "string", nullable: false, enum: ["a"] }, false, false],
  ["nullable: false beside allOf of what is nullable", { nullable: false, allOf: [ref("Old")] }, true, false],
  ["nullable in every part of allOf", { allOf: [ref("Old"), { type: "string", nullable: true }] }, true, false],
  ["nullable in one part of allOf", { allOf: [ref("Old"), ref("Text")] }, false, false],
  ["nullable beside $ref", { ...ref("Text"), nullable: true }, false, false],
  ["a $ref to what is nullable", ref("Old"), true, false],
  ["nullable: false beside a $ref to what is nullable", { ...ref("Old"), nullable: false }, true, false],
  ["a type without null beside a $ref", { ...ref("OrNull"), type: "string" }, true, false],
  ["a chain of references", ref("Chain"), false, false],
  ["nullable beside an enum without null", { type: "string", nullable: true, enum: ["a"] }, true, false],
  ["nullable beside an enum with null", { type: "string", nullable: true, enum: ["a", null] }, true, false],
  ["an enum with null, and a type without", { type: "string", enum: ["a", null] }, false, false],
  ["an enum with null alone", { enum: ["a", null] }, true, true],
  ["an enum without null alone", { enum: ["a"] }, false, false],
  ["a list of types", { type: ["string", "null"] }, true, true],
  ["a list of types and an enum without null", { type: ["string", "null"], enum: ["a"] }, false, false],
  ["the type null", { type: "null" }, true, true],
  ["const null", { const: null }, true, true],
  ["const null and a type without", { type: "string", const: null }, false, false],
  ["another const", { const: "a" }, false, false],
  ["oneOf with null", { oneOf: [ref("Text"), { type: "null" }] }, true, true],
  ["oneOf with null twice: neither is the only one", { oneOf: [ref("OrNull"), { type: "null" }] }, false, false],
  ["anyOf with null twice", { anyOf: [ref("OrNull"), { type: "null" }] }, true, true],
  ["anyOf without null", { anyOf: [ref("Text"), { type: "number" }] }, false, false],
  ["a list of types beside a oneOf without null", { type: ["string", "null"], oneOf: [ref("Text")] }, false, false],
  ["not null", { not: { type: "null" } }, false, false],
  ["not a text", { not: ref("Text") }, true, true],
  ["if null, then nothing", conditional({ type: "null" }, "then", false), false, false],
  ["if a text, then nothing", conditional({ type: "string" }, "then", false), true, true],
  ["if a text, else nothing", conditional({ type: "string" }, "else", false), false, false],
  ["true", true, true, true],
  ["false", false, false, false],
  ["a reference to false", ref("Never"), false, false],
  ["allOf with false", { allOf: [true, false] }, false, false],
  ["anyOf with true", { anyOf: [false, true] }, true, true],
  ["keywords of other types", { properties: { a: { type: "string" } }, required: ["a"], minLength: 3 }, true, true],
  ["a reference to nothing", ref("Missing"), true, true],
  ["a reference to itself", ref("Loop"), true, true],
  ["an enum that is no list", { enum: "a" }, true, true],
  ["no schema at all", "text", true, true],
];

describe("null", () => {
  it.each(table)("%s", (_what, schema, in30, in31) => {
    const use = [{ value: schema, pointer: "" }];
    expect(new Schemas({ components }, "3.0").allowsNull(use)).toBe(in30);
    expect(new Schemas({ components }, "3.1").allowsNull(use)).toBe(in31);
  });

  it("is told in the words of 3.0 where YAML has read that version as a number", () => {
    const use = [{ value: { type: "string", nullable: true }, pointer: "" }];
    expect(schemasOf({ openapi: 3 }).allowsNull(use)).toBe(true);
    expect(schemasOf({ openapi: 3.1 }).allowsNull(use)).toBe(false);
  });
});
