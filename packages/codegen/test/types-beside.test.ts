import type { JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { errorsOf } from "./types/usage.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("types of references with words beside them", () => {
  it.each<[string, JsonObject]>([
    ["anything", {}],
    ["an object or null", { type: ["object", "null"], additionalProperties: true }],
  ])("are objects where the words say so of %s", async (_what, base) => {
    const usage = [
      "export const one: All = { a: 1 };",
      "// @ts-expect-error no object",
      "export const none: All = null;",
      "// @ts-expect-error no object",
      "export const number: All = 1;",
    ];
    expect(await errorsOf({ Base: base, All: { type: "object", ...ref("Base") } }, usage)).toEqual([]);
    expect(await errorsOf({ Base: base, All: { type: "object", allOf: [ref("Base")] } }, usage)).toEqual([]);
    expect(await errorsOf({ Base: base, All: { allOf: [{ type: "object" }, ref("Base")] } }, usage)).toEqual([]);
  });

  it("are objects where several schemas say that and no more", async () => {
    const object = { type: "object" };
    const usage = [
      "export const one: All = { a: { b: 1 } };",
      "// @ts-expect-error no object",
      "export const text: All = { a: 1 };",
      "// @ts-expect-error no object",
      "export const number: All = 1;",
    ];
    const all = {
      ...object,
      allOf: [object, { oneOf: [{ ...object, properties: { a: { allOf: [object, object] } } }] }],
    };
    expect(await errorsOf({ All: all }, usage)).toEqual([]);
  });

  it("are what the reference leads to where the words require nothing", async () => {
    const base = { oneOf: [{ type: "object", properties: { a: {} } }, { const: ["a"] }] };
    const usage = [
      'export const list: All = ["a"];',
      "// @ts-expect-error it is another list",
      "export const empty: All = [];",
    ];
    expect(await errorsOf({ Base: base, All: { ...ref("Base"), required: [] } }, usage)).toEqual([]);
  });
});
