import type { Json, JsonObject } from "@facsimile/document";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { buildPackage } from "./hostile/build-package.js";
import { documentOf } from "./types/combine.js";
import { errorsByLine, fileOf, programOf } from "./types/compiler.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

async function sourceOf(schemas: JsonObject): Promise<string> {
  const { files, diagnostics } = await buildPackage(JSON.stringify(documentOf("3.1.0", schemas)));
  expect(diagnostics).toEqual([]);
  return [...files].flatMap(([path, text]) => (path.startsWith("src/generated/schemas/") ? [text] : [])).join("\n");
}

/** What the compiler says of code that uses the types. */
async function errorsOf(schemas: JsonObject, usage: readonly string[]): Promise<readonly string[]> {
  const lines = ['import type { All } from "./schemas.js";', ...usage];
  const modules = new Map([
    ["usage.ts", lines.join("\n")],
    ["schemas.ts", await sourceOf(schemas)],
  ]);
  const program = programOf(modules);
  return ["usage.ts", "schemas.ts"].flatMap((path) => [...errorsByLine(program, path).values()]);
}

describe("types", () => {
  it("keep names where schemas are mentioned", async () => {
    const source = await sourceOf({
      Pet: { type: "object", properties: { name: { type: "string" } } },
      All: {
        oneOf: [ref("Pet"), { type: "null" }, { type: "array", items: { anyOf: [ref("Pet"), { type: "string" }] } }],
      },
    });
    expect(source).toContain("export type All = Pet | (Pet | string)[] | null;");
  });

  it("have no any", async () => {
    const schemas = {
      All: { properties: { a: {}, b: true, c: { type: "object" }, d: { type: "array" }, any: false } },
    };
    const program = programOf(new Map([["schemas.ts", await sourceOf(schemas)]]));
    const source = program.getSourceFile(fileOf("schemas.ts"));
    expect(source === undefined || mentionsAny(source)).toBe(false);
  });

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

  it("keep the names of schemas that describe the items of a list in the same words", async () => {
    const pets = { type: "object", properties: { pets: list(ref("Pet")) } };
    const source = await sourceOf({ Pet: rows(id), Base: pets, All: { allOf: [ref("Base"), pets] } });
    expect(source).toContain("export type All = Base");
  });

  it("may be unions of 500 members", async () => {
    const members = count(500).map((index): [string, Json] => [
      `Member${index}`,
      {
        type: "object",
        required: ["kind"],
        properties: { kind: { type: "string" }, [`of${index}`]: { type: "number" } },
      },
    ]);
    const oneOf = members.map(([name]) => ref(name));
    const all = { oneOf, discriminator: { propertyName: "kind" } };
    const usage = [
      'export const one: All = { kind: "Member499", of499: 1 };',
      "// @ts-expect-error it belongs to another member",
      'export const wrong: All = { kind: "Member499", of1: 1 };',
      'export const is = (one: All): number | undefined => (one.kind === "Member7" ? one.of7 : undefined);',
    ];
    expect(await errorsOf({ All: all, ...Object.fromEntries(members) }, usage)).toEqual([]);
  });

  it("may be enumerations of 500 values, objects in 60 others, and long chains", async () => {
    const nested = count(60).reduce<Json>((inner) => ({ type: "object", properties: { a: inner } }), {
      type: "string",
    });
    const chain = count(300).map((index): [string, Json] => [
      `Link${index}`,
      index === 299
        ? { type: "string" }
        : { type: "object", properties: { next: ref(`Link${index + 1}`), all: ref("All") } },
    ]);
    const words = { enum: count(500).map((index) => `word ${index}`) };
    const all = { type: "object", properties: { words, nested, chain: ref("Link0") } };
    const usage = [
      'export const one: All = { words: "word 499", nested: { a: { a: {} } }, chain: { next: { all: { words: "word 0" } } } };',
      "// @ts-expect-error it is not listed",
      'export const wrong: All = { words: "word 500" };',
      "// @ts-expect-error what is nested is an object",
      "export const shallow: All = { nested: { a: { a: 1 } } };",
    ];
    expect(await errorsOf({ All: all, ...Object.fromEntries(chain) }, usage)).toEqual([]);
  });
});

function mentionsAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, mentionsAny) ?? false);
}
