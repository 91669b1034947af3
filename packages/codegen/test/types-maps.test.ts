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

  it.each<[string, JsonObject]>([
    ["declares", { properties: { c: { type: "string" } }, required: ["c"] }],
    ["requires", { required: ["c"] }],
    ["requires in an alternative", { oneOf: [{ type: "object", required: ["c"] }] }],
  ])("narrow what a named schema beside a named map %s to the values of the map", async (_how, base) => {
    const schemas = {
      Map: { type: "object", additionalProperties: { enum: ["red", "blue"] } },
      Base: { type: "object", ...base },
      All: { type: "array", items: { allOf: [ref("Map"), ref("Base")] } },
    };
    const usage = [
      'export const both: All = [{ c: "red" }];',
      "// @ts-expect-error it is none of the values",
      'export const wrong: All = [{ c: "green" }];',
    ];
    expect(await errorsOf(schemas, usage)).toEqual([]);
  });

  it("narrow what a named schema declares to the list that is the value of a named map beside it", async () => {
    const map = { type: "object", additionalProperties: { const: [1, "a"] } };
    const usage = [
      'export const both: All = { kind: [1, "a"] };',
      "// @ts-expect-error it is another list",
      'export const wrong: All = { kind: ["a", 1] };',
    ];
    const all = { allOf: [ref("Base"), ref("Map")] };
    expect(await errorsOf({ Map: map, Base: { type: "object", properties: { kind: {} } }, All: all }, usage)).toEqual(
      [],
    );
  });

  it("take what the patterns of a map say for the names that match them, and what it says of others for the others", async () => {
    const map = { additionalProperties: { const: false }, patternProperties: { "^x-": { type: "integer" } } };
    const usage = [
      'export const both: All = { kind: false, "x-y": 1 };',
      "// @ts-expect-error it matches the pattern",
      'export const matching: All = { kind: false, "x-y": false };',
      "// @ts-expect-error it matches none",
      'export const other: All = { kind: 1, "x-y": 1 };',
    ];
    expect(await errorsOf({ All: { type: "object", required: ["kind", "x-y"], ...map } }, usage)).toEqual([]);
  });

  it("narrow what a schema declares to what its patterns say of the name", async () => {
    const usage = [
      'export const one: All = { "x-y": "red" };',
      "// @ts-expect-error the pattern lists it not",
      'export const wrong: All = { "x-y": "blue" };',
    ];
    const all = { properties: { "x-y": { type: "string" } }, patternProperties: { "^x-": { enum: ["red"] } } };
    expect(await errorsOf({ All: { type: "object", ...all } }, usage)).toEqual([]);
  });

  it("leave open what a pattern says where nobody knows in linear time whether a name matches it", async () => {
    const all = {
      required: ["ac"],
      patternProperties: { "^(?=a)(?!.*c)": { type: "string" } },
      additionalProperties: true,
    };
    expect(await errorsOf({ All: { type: "object", ...all } }, ["export const one: All = { ac: 1 };"])).toEqual([]);
  });

  it("ask no unevaluated property where others evaluate all of them", async () => {
    const usage = ['export const own: All = { kind: "a" };', "export const both: Both = { kind: 1 };"];
    const others = { unevaluatedProperties: { type: "boolean" } };
    const open = { type: "object", additionalProperties: true, required: ["kind"] };
    const types = {
      All: { ...open, ...others },
      Open: open,
      Both: { type: "object", allOf: [ref("Open")], ...others },
    };
    expect(await errorsOf(types, ['import type { Both } from "./schemas.js";', ...usage])).toEqual([]);
  });

  it("ask what unevaluated properties are, whatever stands around the schema that says so", async () => {
    const map = { type: "object", unevaluatedProperties: { enum: ["red"] } };
    const usage = [
      'export const one: All = { c: "red" };',
      "// @ts-expect-error it is none of the values",
      'export const wrong: All = { c: "blue" };',
    ];
    const all = { anyOf: [{ ...ref("Map"), required: ["c"] }] };
    expect(await errorsOf({ Map: map, All: all }, usage)).toEqual([]);
  });

  it("have the names that propertyNames lists, with what patterns say of them", async () => {
    const usage = [
      "export const both: All = { a: 1, b: 2 };",
      "// @ts-expect-error it is no name",
      "export const unknown: All = { c: 1 };",
      "// @ts-expect-error it matches the pattern",
      'export const matching: All = { b: "2" };',
    ];
    const all = { propertyNames: { enum: ["a", "b"] }, patternProperties: { "^b": { type: "number" } } };
    expect(await errorsOf({ All: { type: "object", ...all } }, usage)).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ["declare", { properties: { b: { type: "string" } } }],
    ["require", { required: ["b"] }],
    ["have patterns for", { patternProperties: { "^b": { type: "string" } } }],
    ["may declare", { anyOf: [{ properties: { b: { type: "string" } } }] }],
  ])("ask nothing by their patterns of names that others %s", async (_how, others) => {
    const map = { type: "object", patternProperties: { "^x-": { type: "number" } } };
    const usage = ['export const both: All = { b: "one", "x-y": 1 };'];
    const named = { type: "object", ...others, allOf: [ref("Map")] };
    expect(await errorsOf({ Map: map, All: named }, usage)).toEqual([]);
    expect(await errorsOf({ Map: map, All: { ...others, ...ref("Map") } }, usage)).toEqual([]);
    expect(await errorsOf({ All: { type: "object", ...others, allOf: [map] } }, usage)).toEqual([]);
  });
});
