import type { Json, JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { errorsOf, sourceOf } from "./types/usage.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const mapOf = (...values: Json[]): JsonObject => ({ type: "object", additionalProperties: { enum: values } });

const schemas = {
  Words: mapOf("red", "blue"),
  Numbers: mapOf(1, 2),
  Either: { oneOf: [ref("Words"), ref("Numbers")] },
};

/** Values of `All`, whose maps list words or numbers, with a name of its own. */
const usage = [
  'export const words: All = { a: "red", other: "blue" };',
  "export const numbers: All = { a: 2, other: 1 };",
  "// @ts-expect-error it is none of the values",
  'export const wrong: All = { a: "green", other: "blue" };',
  "// @ts-expect-error one map has both",
  'export const mixed: All = { a: 1, other: "blue" };',
];

describe("types of maps that are alternatives", () => {
  it.each<[string, JsonObject]>([
    ["beside a reference to them", { ...ref("Either"), required: ["a"] }],
    ["beside a reference in allOf", { type: "object", required: ["a"], allOf: [ref("Either")] }],
    ["beside the alternatives", { type: "object", required: ["a"], oneOf: [ref("Words"), ref("Numbers")] }],
  ])("take their values for a name that is required %s, and nobody declares", async (_where, all) => {
    const missing = ["// @ts-expect-error it is required", 'export const missing: All = { other: "red" };'];
    expect(await errorsOf({ ...schemas, All: all }, [...usage, ...missing])).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ["by their names", { oneOf: [ref("Words"), ref("Numbers")] }],
    ["as they are", { oneOf: [mapOf("red", "blue"), mapOf(1, 2)] }],
    ["in a schema of their own", { allOf: [ref("Either")] }],
  ])("narrow what is declared around them, %s, to their values", async (_how, alternatives) => {
    const all = { type: "object", properties: { a: { type: ["string", "integer"] } }, ...alternatives };
    expect(await errorsOf({ ...schemas, All: all }, usage)).toEqual([]);
  });

  it("keep their names where nothing around them has a say in it", async () => {
    const all = { ...ref("Either"), description: "One or the other." };
    expect(await sourceOf({ ...schemas, All: all })).toContain("export type All = Either;");
    expect(await sourceOf({ All: schemas.Either, ...schemas })).toContain("export type All = Words | Numbers;");
  });
});

it("narrow the names that propertyNames lists to the values of a map beside them", async () => {
  const all = {
    type: "object",
    propertyNames: { enum: ["a", "b"] },
    additionalProperties: true,
    allOf: [ref("Words")],
  };
  const usages = [
    'export const words: All = { a: "red" };',
    "// @ts-expect-error it is none of the values",
    'export const wrong: All = { b: "green" };',
  ];
  expect(await errorsOf({ ...schemas, All: { ...all, required: ["a"] } }, usages)).toEqual([]);
});
