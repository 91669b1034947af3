import { describe, expect, test } from "vitest";
import { load } from "../../../test/documents.js";

const openapi = { openapi: "3.1.0", info: { title: "Users", version: "1.0.0" } };
const many = 10_000;

function entries(count: number, entry: (index: number) => [string, unknown]): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
}

/** The length of the document that is made of another, and the codes of what was found. */
async function read(document: object): Promise<{ length: number; codes: string[] }> {
  const loaded = await load({ "openapi.yaml": JSON.stringify({ ...openapi, paths: {}, ...document }) });
  const codes = new Set(loaded.diagnostics.map(({ code }) => code));
  return { length: JSON.stringify(loaded.document?.json).length, codes: [...codes].sort() };
}

describe("takes as long as the document is", () => {
  test("a chain of references, wherever it stands", async () => {
    const next =
      (place: string) =>
      (index: number): [string, unknown] => [
        `S${index}`,
        index === many - 1 ? { type: "string" } : { $ref: `${place}/S${index + 1}` },
      ];
    const schemas = entries(many, next("#/components/schemas"));
    expect((await read({ components: { schemas } })).codes).toEqual([]);
    const elsewhere = { "x-chain": entries(many, next("#/x-chain")) };
    const users = entries(many, (index) => [`U${index}`, { items: { $ref: "#/x-chain/S0" } }]);
    expect((await read({ ...elsewhere, components: { schemas: users } })).codes).toEqual([]);
  }, 60_000);

  test("a chain of path items", async () => {
    const chain = entries(many, (index) => [
      `p${index}`,
      index === many - 1 ? { summary: "Users" } : { $ref: `#/x-p/p${index + 1}` },
    ]);
    expect((await read({ paths: { "/users": { $ref: "#/x-p/p0" } }, "x-p": chain })).codes).toEqual([]);
  }, 60_000);

  test("many references to one place, which is copied once", async () => {
    const target = { description: "x".repeat(10_000) };
    const schemas = entries(many, (index) => [`S${index}`, { items: { $ref: "#/x-target" } }]);
    expect((await read({ "x-target": target, components: { schemas } })).length).toBeLessThan(2_000_000);
  }, 60_000);

  test("references into every depth of one schema", async () => {
    let schema: object = { type: "string" };
    for (let depth = 0; depth < 90; depth++) schema = { properties: { x: schema, [`y${depth}`]: { type: "string" } } };
    const schemas = entries(90, (index) => [
      `R${index}`,
      { items: { $ref: `#/components/schemas/A${"/properties/x".repeat(index + 1)}` } },
    ]);
    expect((await read({ components: { schemas: { A: schema, ...schemas } } })).length).toBeLessThan(30_000);
  });

  test("many references that lead nowhere, though each is near to many names", async () => {
    const schemas = entries(many, (index) => [
      `Schema${index}`,
      { items: { $ref: `#/components/schemas/Schemb${index}` } },
    ]);
    expect((await read({ components: { schemas } })).codes).toEqual(["reference-unresolved"]);
  }, 60_000);

  test("a parent with many variants that name it", async () => {
    const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
    const variants = entries(many, (index) => [`V${index}`, { allOf: [reference("P")] }]);
    const parent = { oneOf: Object.keys(variants).map(reference) };
    expect((await read({ components: { schemas: { P: parent, ...variants } } })).codes).toEqual(["reference-circular"]);
  }, 60_000);
});

describe("ends", () => {
  /** Each of the things refers twice to the next. */
  const doubling = (of: (next: string) => unknown): Record<string, unknown> => ({
    ...entries(40, (index) => [`x-${index}`, of(`#/x-${index + 1}`)]),
    "x-40": {},
  });

  test("where lists of members double with every step", async () => {
    const map = doubling((next) => ({ a: { properties: { $ref: next } }, b: { properties: { $ref: next } } }));
    const { length, codes } = await read({ ...map, components: { schemas: { A: { properties: { $ref: "#/x-0" } } } } });
    expect(codes).toEqual(["reference-limit"]);
    expect(length).toBeLessThan(30_000_000);
  }, 60_000);

  test("where schemas double, which are written once each", async () => {
    const schemas = doubling((next) => ({ allOf: [{ $ref: next }, { $ref: next }] }));
    const { length, codes } = await read({ ...schemas, components: { schemas: { A: { $ref: "#/x-0" } } } });
    expect(codes).toEqual([]);
    expect(length).toBeLessThan(10_000);
  });

  test("where each pointer leads through the next reference", async () => {
    const schemas = entries(many, (index) => [
      `S${index}`,
      { $ref: `#/components/schemas/S${index + 1}/properties/x` },
    ]);
    expect((await read({ components: { schemas } })).codes).toEqual(["reference-unresolved"]);
  }, 60_000);
});
