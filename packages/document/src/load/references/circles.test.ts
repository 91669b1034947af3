import { describe, expect, test } from "vitest";
import { build, diagnose, find, load } from "../../../test/documents.js";
import type { Json } from "../document.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

/** The schemas that a document has in the end, and what was found. */
async function schemasOf(schemas: string): Promise<{ schemas: Json | undefined; codes: string[] }> {
  const { document, diagnostics } = await load(`${head}paths: {}\ncomponents:\n  schemas:\n${schemas}`);
  const components = document?.json.components as { schemas: Json } | undefined;
  return { schemas: components?.schemas, codes: diagnostics.map(({ code, severity }) => `${severity} ${code}`) };
}

describe("a reference that leads back to itself says nothing", () => {
  test("where it stands alone", async () => {
    expect(await schemasOf('    A: { $ref: "#/components/schemas/A" }\n')).toEqual({
      schemas: { A: {} },
      codes: ["warning reference-circular"],
    });
  });

  test("where two stand for one another, which is one finding", async () => {
    const both = '    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }\n';
    expect(await schemasOf(both)).toEqual({ schemas: { A: {}, B: {} }, codes: ["warning reference-circular"] });
  });

  test("where a schema is put together from itself, whose other parts stay", async () => {
    const self = '    A: { allOf: [{ $ref: "#/components/schemas/A" }, { type: object }] }\n';
    expect(await schemasOf(self)).toEqual({
      schemas: { A: { allOf: [{}, { type: "object" }] } },
      codes: ["warning reference-circular"],
    });
  });

  test("and what stands beside it stays", async () => {
    expect(await schemasOf('    A: { description: A user., $ref: "#/components/schemas/A" }\n')).toMatchObject({
      schemas: { A: { description: "A user." } },
    });
  });

  test("in chains of any length", async () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, i) => `    S${i}: { $ref: "#/components/schemas/S${(i + 1) % 20_000}" }`,
    );
    expect((await schemasOf(`${chain.join("\n")}\n`)).codes).toEqual(["warning reference-circular"]);
  });

  test("but one through a property or an item is a tree and no fault", async () => {
    const tree =
      '    Tree: { type: object, properties: { children: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }\n';
    expect((await schemasOf(tree)).codes).toEqual([]);
  });
});

describe("a parent that names its variants, which name it by allOf", () => {
  const pets = `    Pet:
      type: object
      required: [kind]
      properties: { kind: { type: string } }
      discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat" } }
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { tricks: { type: integer } } }] }
`;

  test("is in each variant what they have in common", async () => {
    const { schemas, codes } = await schemasOf(pets);
    expect(codes).toEqual(["warning reference-circular", "warning reference-circular"]);
    expect(schemas).toMatchObject({
      Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
      Cat: { allOf: [{ $ref: "#/components/schemas/PetBase" }, {}] },
      Dog: { allOf: [{ $ref: "#/components/schemas/PetBase" }, {}] },
    });
    expect(schemas).toHaveProperty("PetBase", {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string" } },
    });
  });

  test("may be named through another reference, and have variants of variants", async () => {
    const { schemas } = await schemasOf(`${pets}    Animal: { $ref: "#/components/schemas/Pet" }
    Lynx: { allOf: [{ $ref: "#/components/schemas/Animal" }, { anyOf: [{ $ref: "#/components/schemas/Cat" }] }] }
`);
    expect(schemas).toMatchObject({ Animal: { $ref: "#/components/schemas/Pet" } });
  });

  test("may have its variants in a part of it", async () => {
    const { schemas } =
      await schemasOf(`    Pet: { allOf: [{ type: object }, { oneOf: [{ $ref: "#/components/schemas/Cat" }] }] }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { required: [lives] }] }
`);
    expect(schemas).toMatchObject({ PetBase: { allOf: [{ type: "object" }, {}] } });
    expect(JSON.stringify((schemas as { PetBase: Json }).PetBase)).not.toContain("oneOf");
  });

  test("is no circle where it names them only in a discriminator's mapping", async () => {
    const { codes } =
      await schemasOf(`    Pet: { type: object, discriminator: { propertyName: kind, mapping: { cat: Cat } } }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }] }
`);
    expect(codes).toEqual([]);
  });
});

describe("other things than schemas", () => {
  test("are left out where they are nothing but references to one another", async () => {
    const parameters = 'components: { parameters: { a: { $ref: "#/components/parameters/a" } } }';
    const { document, diagnostics } = await load(`${head}paths: {}\n${parameters}\n`);
    expect(document?.json.components).toEqual({ parameters: {} });
    expect(diagnostics).toMatchObject([{ code: "reference-unresolved", severity: "omission" }]);
  });

  test("a list that leads back to itself costs the operations it belongs to, and no others", async () => {
    const operation = (id: string): string =>
      `get: { operationId: ${id}, responses: { "200": { description: Good. } } }`;
    const api = await build(`${head}paths:
  /a: { parameters: { $ref: "#/paths/~1a/parameters" }, ${operation("getA")} }
  /b: { ${operation("getB")} }
`);
    expect(api.operations.map(({ id }) => id)).toEqual(["getB"]);
    expect(api.omissions.map(({ message }) => message)).toEqual([
      'The operations of /a are left out, as the reference "#/paths/~1a/parameters" leads to nothing that it can be called with.',
      'The reference "#/paths/~1a/parameters" leads back to itself, so that it stands for nothing; it is left out.',
    ]);
  });

  test("path items that lead back through callbacks are written out once", async () => {
    const operation =
      "post: { operationId: subscribe, responses: { '200': { description: Good. } }, callbacks: { event: { '{$url}': { $ref: item.yaml } } } }";
    const files = { "openapi.yaml": `${head}paths: { /events: { $ref: item.yaml } }`, "item.yaml": operation };
    expect(await find(files)).toContainEqual(
      expect.stringMatching(/^item.yaml:.* reference-limit \/post\/callbacks\//),
    );
    expect((await diagnose(files)).filter(({ severity }) => severity === "error")).toEqual([]);
    expect((await build(files)).operations.map(({ id }) => id)).toEqual(["subscribe"]);
  });
});
