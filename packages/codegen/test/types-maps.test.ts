import type { Json, JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { errorsOf } from "./types/usage.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("types of maps", () => {
  it.each<[string, Json]>([
    ["anything", true],
    ["values of its own", { type: ["string", "integer"] }],
  ])(
    "take the values of a map for a name that another schema with %s requires, and nobody declares",
    async (_of, more) => {
      const map = { type: "object", required: ["a"], additionalProperties: { enum: [-1, "red"] } };
      const usage = [
        'export const both: All = { a: "red", "x-y": "red" };',
        "// @ts-expect-error it is none of the values",
        'export const wrong: All = { a: "red", "x-y": "blue" };',
      ];
      const all = { type: "object", required: ["x-y"], additionalProperties: more, allOf: [ref("Map")] };
      expect(await errorsOf({ Map: map, All: all }, usage)).toEqual([]);
    },
  );

  it("give the values of a map the names that another schema requires, and nobody declares", async () => {
    const usage = [
      'export const both: All = { a: "red" };',
      "// @ts-expect-error it is none of the values",
      'export const wrong: All = { a: "blue" };',
      "// @ts-expect-error it is required",
      "export const missing: All = {};",
    ];
    const all = { type: "object", additionalProperties: { enum: [-1, "red"] }, allOf: [ref("Base")] };
    expect(await errorsOf({ Base: { type: "object", required: ["a"] }, All: all }, usage)).toEqual([]);
  });

  it("narrow what one schema declares to the values of a map beside it", async () => {
    const map = { type: "object", additionalProperties: { enum: ["red", "blue"] } };
    const usage = [
      'export const both: All = { c: "red" };',
      "// @ts-expect-error it is none of the values",
      'export const wrong: All = { c: "green" };',
    ];
    const all = { type: "object", properties: { c: { type: "string" } }, required: ["c"], allOf: [ref("Map")] };
    expect(await errorsOf({ Map: map, All: all }, usage)).toEqual([]);
  });
});
