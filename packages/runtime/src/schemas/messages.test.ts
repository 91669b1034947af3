import { expect, it } from "vitest";
import { schema } from "../testing/schema.js";
import type { SchemaKeywords } from "./index.js";

function said(keywords: SchemaKeywords, value: unknown): readonly string[] {
  const { issues = [] } = schema(() => keywords)["~standard"].validate(value);
  return issues.map(({ path, message }) => [...path, message].join(" "));
}

const named = (name: string): SchemaKeywords => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "string" } },
});
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

it.each<[SchemaKeywords, unknown, readonly string[]]>([
  [{ type: "string" }, null, ["is null and no string"]],
  [{ type: "string" }, undefined, ["is undefined and no string"]],
  [{ type: "string" }, [], ["is an array and no string"]],
  [{ type: "array" }, {}, ["is an object and no array"]],
  [{ type: "null" }, 0, ["is a number and not null"]],
  [{ type: ["string", "null"] }, true, ["is a boolean and no string or null"]],
  [{ instanceOf: "Blob" }, "a", ["is no Blob"]],
  [{ instanceOf: "Blob" }, new Blob([]), []],
  [{ instanceOf: "Blob", type: "object" }, "a", ["is no Blob"]],
  [{ instanceOf: "NobodyKnows" }, "a", []],
  [{ enum: numbers(10) }, -1, ["is none of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"]],
  [{ enum: numbers(11) }, -1, ["is none of 11 values"]],
  [{ enum: [null, { a: 1 }] }, "a", ['is none of null, {"a":1}']],
  [{ enum: [{ a: 1 }], const: 2 }, null, ['is not {"a":1}', "is not 2"]],
  [{ minimum: 1, exclusiveMinimum: 1 }, 1, ["is not more than 1"]],
  [{ maximum: 1, exclusiveMaximum: 1 }, 1, ["is not less than 1"]],
  [{ minimum: 2, maximum: 0 }, 1, ["is less than 2", "is more than 0"]],
  [{ multipleOf: 2 }, 3, ["is no multiple of 2"]],
  [{ multipleOf: 2 }, Number.MAX_SAFE_INTEGER, ["is no multiple of 2"]],
  [{ multipleOf: 0.5 }, 2 ** 53, []],
  [{ format: "int32" }, 2 ** 31, ["is no int32"]],
  [{ format: "date" }, "today", ["is no date"]],
  [{ minLength: 1 }, "", ["has fewer than 1 character"]],
  [{ minLength: 3, maxLength: 1 }, "ab", ["has fewer than 3 characters", "has more than 1 character"]],
  [{ pattern: "^a" }, "b", ["does not match ^a"]],
  [{ pattern: ["^", "a", [1, 3]] }, "b", ["does not match the pattern"]],
  [{ minItems: 1, maxItems: 0 }, [], ["has fewer than 1 item"]],
  [{ maxItems: 0 }, [1], ["has more than 0 items"]],
  [{ uniqueItems: true }, [{}, {}], ["has equal items"]],
  [{ contains: true, minContains: 2 }, [1], ["has fewer than 2 items of those that it has to contain"]],
  [{ contains: true, maxContains: 1 }, [1, 2], ["has more than 1 item of those that it may contain"]],
  [{ minProperties: 1 }, {}, ["has fewer than 1 property"]],
  [{ minProperties: 1, maxProperties: 1 }, { a: 1, b: undefined }, []],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, ["has more than 1 property"]],
  [{ maxProperties: 0 }, { a: 1 }, ["has more than 0 properties"]],
  [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, ["ab has a name that has more than 1 character"]],
  [{ unevaluatedProperties: false }, { a: 1 }, ["a is not declared"]],
  [{ unevaluatedItems: false }, [1], ["0 is not allowed"]],
  [{ not: { type: "string" } }, "a", ["is what it must not be"]],
  [{ oneOf: [true, true, false] }, 1, ["fits 2 of the alternatives of which it may fit one"]],
  [{ anyOf: [{ type: "string" }, { type: "array" }] }, 1, ["fits none of 2 alternatives"]],
  // What is wrong with the only one that is about such values.
  [{ anyOf: [{ type: "string" }, named("a")] }, {}, ["a is missing"]],
  [{ oneOf: [named("a"), named("b"), { type: "null" }] }, {}, ["fits none of 3 alternatives"]],
  [{ anyOf: [{ ...named("a"), maxProperties: 0 }, { type: "null" }] }, { b: 1 }, ["fits none of 2 alternatives"]],
  [{ condition: [{ type: "string" }, { minLength: 1 }, { type: "null" }] }, "", ["has fewer than 1 character"]],
  [{ condition: [{ type: "string" }, { minLength: 1 }, { type: "null" }] }, 1, ["is a number and not null"]],
])("of %j, %j is told so", (keywords, value, messages) => {
  expect(said(keywords, value)).toEqual(messages);
});

it("what a getter of the value throws is thrown", () => {
  const value = Object.defineProperty({}, "a", {
    enumerable: true,
    get: () => {
      throw new TypeError("not now");
    },
  });
  expect(() => said({ properties: { a: true } }, value)).toThrow("not now");
});
