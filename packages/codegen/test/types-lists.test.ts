import type { JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { errorsOf, sourceOf } from "./types/usage.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

describe("types of lists that several schemas describe", () => {
  const list = (items: JsonObject): JsonObject => ({ type: "array", items });
  const rows = (properties: JsonObject, limits: JsonObject = {}): JsonObject => ({
    type: "object",
    properties: {
      path: { type: "object", properties: { rows: { ...list({ type: "object", properties }), ...limits } } },
    },
  });
  const id = { id: { type: "string" } };

  it.each<[string, JsonObject, JsonObject]>([
    ["written out", rows(id), {}],
    ["named", ref("Base"), { Base: rows(id) }],
    ["of a fixed length", rows(id, { minItems: 1, maxItems: 1 }), {}],
  ])("are of one list where several schemas describe its items: %s", async (_how, base, others) => {
    const usage = [
      'export const both: All = { path: { rows: [{ id: "r1", to: 2 }] } };',
      "export const one: All = { path: { rows: [{ to: 2 }] } };",
      "// @ts-expect-error nobody declares it",
      'export const unknown: All = { path: { rows: [{ id: "r1", of: 2 }] } };',
      "// @ts-expect-error what one of them says counts in any case",
      "export const wrong: All = { path: { rows: [{ id: 1, to: 2 }] } };",
      "// @ts-expect-error no object",
      "export const text: All = { path: { rows: [true] } };",
      "export const read = ({ path }: All) => path?.rows?.map((row) => [row.id, row.to]);",
    ];
    expect(await errorsOf({ All: { allOf: [base, rows({ to: { type: "number" } })] }, ...others }, usage)).toEqual([]);
  });

  it("are of one list where a reference has words beside it that describe its items", async () => {
    const usage = [
      'export const both: All = { path: { rows: [{ id: "r1", to: 2 }] } };',
      "// @ts-expect-error nobody declares it",
      'export const unknown: All = { path: { rows: [{ id: "r1", of: 2 }] } };',
      "// @ts-expect-error no object",
      "export const text: All = { path: { rows: [true] } };",
    ];
    const all = { ...rows({ to: { type: "number" } }), ...ref("Base") };
    expect(await errorsOf({ Base: rows(id), All: all }, usage)).toEqual([]);
  });

  it("are of one list where the schemas that describe its items are maps besides", async () => {
    const map = (properties: JsonObject): JsonObject => ({
      ...rows(properties),
      additionalProperties: { type: "number" },
    });
    const usage = [
      'export const both: All = { path: { rows: [{ id: "r1", to: 2 }] }, more: 1 };',
      "// @ts-expect-error nobody declares it",
      'export const unknown: All = { path: { rows: [{ id: "r1", of: 2 }] } };',
      "// @ts-expect-error no object",
      "export const text: All = { path: { rows: [true] } };",
    ];
    const all = { allOf: [ref("Base"), map({ to: { type: "number" } })] };
    expect(await errorsOf({ Base: map(id), All: all }, usage)).toEqual([]);
  });

  it("keep the names of schemas that describe the items of a list in the same words", async () => {
    const pets = { type: "object", properties: { pets: list(ref("Pet")) } };
    const source = await sourceOf({ Pet: rows(id), Base: pets, All: { allOf: [ref("Base"), pets] } });
    expect(source).toContain("export type All = Base");
  });
});
