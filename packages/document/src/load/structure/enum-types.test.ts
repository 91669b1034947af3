import { expect, it } from "vitest";
import { load } from "../../../test/documents.js";
import type { Json } from "../document.js";

/** What becomes of a schema, and what is told of it. */
async function mended(schema: string, version = "3.1.0") {
  const text = `openapi: ${version}\ninfo: { title: Users, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    Level: ${schema}\n`;
  const { document, diagnostics } = await load(text);
  const { components } = (document?.json ?? {}) as { readonly components?: { readonly schemas: Json } };
  return { schemas: components?.schemas, codes: diagnostics.map(({ code, pointer }) => `${code} ${pointer}`) };
}

const enumType = "schema-enum-type /components/schemas/Level/enum";

it.each([
  ["{ type: string, enum: [1, 2] }", { enum: [1, "1", 2, "2"] }],
  ["{ type: string, enum: [a, 1] }", { enum: ["a", 1, "1"] }],
  ["{ type: string, enum: [1, '1'] }", { enum: [1, "1"] }],
  ["{ type: string, enum: [true, null] }", { enum: [true, "true"] }],
  ["{ type: [string, 'null'], enum: [true, null] }", { enum: [true, "true", null] }],
  ["{ type: integer, enum: ['1', low, '2.5'] }", { enum: ["1", 1, "low", "2.5"] }],
  ["{ type: number, enum: ['2.5', '007'] }", { enum: ["2.5", 2.5, "007"] }],
  ["{ type: boolean, enum: ['true', 'no'] }", { enum: ["true", true, "no"] }],
  ["{ type: object, enum: [a] }", { enum: ["a"] }],
  [
    "{ type: array, items: { type: string }, enum: [a, b] }",
    { type: "array", items: { type: "string", enum: ["a", "b"] } },
  ],
  [
    "{ type: array, items: { $ref: '#/components/schemas/Level' }, enum: [a] }",
    { items: expect.anything(), enum: ["a"] },
  ],
])("what %s lists are values, and its type says no more", async (schema, made) => {
  const { schemas, codes } = await mended(schema);
  expect([schemas, codes]).toEqual([{ Level: made }, [enumType]]);
});

it("a constant of another type is two values", async () => {
  const { schemas, codes } = await mended("{ type: string, const: 1 }");
  expect([schemas, codes]).toEqual([
    { Level: { enum: [1, "1"] } },
    ["schema-enum-type /components/schemas/Level/const"],
  ]);
});

it("null stays where OpenAPI 3.0 allows it", async () => {
  const { schemas } = await mended("{ type: string, nullable: true, enum: [1, null] }", "3.0.3");
  expect(schemas).toEqual({ Level: { nullable: true, enum: [1, "1", null] } });
});

it.each([
  "{ type: string, enum: [a, 'true', null] }",
  "{ type: [integer, string], enum: [1, a] }",
  "{ type: number, enum: [1, 2.5] }",
  "{ type: object, enum: [{ a: 1 }] }",
  "{ enum: [1, a, true] }",
])("nothing is said of %s", async (schema) => {
  expect((await mended(schema)).codes).toEqual([]);
});
