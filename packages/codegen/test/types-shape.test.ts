import type { Json, JsonObject } from "@facsimile/document";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { fileOf, programOf } from "./types/compiler.js";
import { errorsOf, sourceOf } from "./types/usage.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

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
