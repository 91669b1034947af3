import { describe, expect, it } from "vitest";
import { schema } from "../testing/schema.js";
import type { SchemaKeywords } from "./index.js";

/** What is said of a value: nothing where it fits. */
function said(keywords: SchemaKeywords, value: unknown): readonly string[] {
  const { issues = [] } = schema(() => keywords)["~standard"].validate(value);
  return issues.map(({ path, message }) => [...path, message].join(" "));
}

const inherited = ["__proto__", "constructor", "hasOwnProperty", "isPrototypeOf", "toString"];

describe.each(inherited)("the name %s, which every object has", (name) => {
  it("is a format that nobody knows", () => {
    expect([said({ format: name }, "a"), said({ format: name }, 1)]).toEqual([[], []]);
  });

  it("is a property like any other", () => {
    const properties = Object.fromEntries([[name, { type: "string" } as const]]);
    const given = Object.fromEntries([[name, 1]]);
    const keywords: SchemaKeywords = { required: [name], properties, additionalProperties: false };
    expect(said(keywords, given)).toEqual([`${name} is a number and no string`]);
    expect(said(keywords, {})).toEqual([`${name} is missing`]);
    expect(said({ additionalProperties: false }, given)).toEqual([`${name} is not declared`]);
    const dependentRequired = Object.fromEntries([[name, ["b"]]]);
    const dependentSchemas = Object.fromEntries([[name, { required: ["c"] }]]);
    expect(said({ dependentRequired, dependentSchemas }, {})).toEqual([]);
    expect(said({ dependentRequired, dependentSchemas }, given)).toEqual(["b is missing", "c is missing"]);
    expect([said({ const: given }, given), said({ const: given }, {})]).toEqual([
      [],
      [expect.stringMatching(/^is not/)],
    ]);
  });
});

describe("what is no JSON", () => {
  it("is no number where it is none that JSON has", () => {
    expect(said({ type: "number" }, Number.NaN)).toEqual(["is NaN and no number"]);
    expect(said({ type: "integer" }, Number.NEGATIVE_INFINITY)).toEqual(["is -Infinity and no integer"]);
    expect(said({ type: "integer" }, 1n)).toEqual(["is a bigint and no integer"]);
    expect(said({ const: 0 }, -0)).toEqual([]);
  });

  it("is told where a list has holes, and where an object stands for something else", () => {
    const integers: SchemaKeywords = { type: "array", items: { type: "integer" } };
    expect(said(integers, Array.from({ 1: 1, length: 2 }))).toEqual(["0 is undefined and no integer"]);
    expect(said(integers, new Uint8Array(1))).toEqual(["is an object and no array"]);
    expect(said({ type: "string", format: "date-time" }, new Date())).toEqual(["is an object and no string"]);
    expect(said({ type: "object" }, () => 1)).toEqual(["is a function and no object"]);
  });
});
