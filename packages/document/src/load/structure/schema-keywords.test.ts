import { expect, test } from "vitest";
import { diagnose, load } from "../../../test/documents.js";
import { head, read } from "../../../test/read-structure.js";
import { valueAt } from "../pointer.js";

/** What is found in a schema, as `code ~/pointer: message`. */
async function inSchema(schema: string): Promise<readonly string[]> {
  const { found } = await read(`${head}components: { schemas: { A: ${schema} } }`);
  return found.map((line) => line.replace("/components/schemas/A", "~"));
}

test("schemas may be booleans, hold keywords of any vocabulary, and have extensions", async () => {
  expect(
    await inSchema(
      "{ properties: { a: true, b: false }, examples: [1], $vocabulary: {}, x-order: 1, prefixItems: [{}] }",
    ),
  ).toEqual([]);
});

/** The codes of what is found in a schema of a document of 3.0, each with the keyword. */
async function inOldSchema(schema: string): Promise<string[]> {
  const found = await diagnose(
    `openapi: 3.0.3\ninfo: { title: Users, version: 1.0.0 }\npaths: {}\ncomponents: { schemas: { B: {}, A: ${schema} } }`,
  );
  return found.map(({ code, pointer }) => `${code} ${pointer?.replace("/components/schemas/A/", "")}`);
}

const toB = '$ref: "#/components/schemas/B"';

test.each([
  ["{ type: string, nullable: true }", []],
  ["{ nullable: true, enum: [a] }", ["schema-nullable-enum enum"]],
  ["{ nullable: true, enum: [a, null] }", []],
  ["{ nullable: false, enum: [a] }", []],
  [`{ nullable: true, allOf: [{ ${toB} }] }`, []],
  [`{ ${toB}, title: B, summary: B, description: B, deprecated: true, x-order: 1 }`, []],
  [`{ ${toB}, nullable: false, readOnly: false }`, []],
  [`{ ${toB}, nullable: true, enum: [a] }`, ["reference-siblings nullable", "reference-siblings enum"]],
  [`{ ${toB}, additionalProperties: false }`, ["reference-siblings additionalProperties"]],
  [`{ ${toB}, default: 1, type: [string] }`, ["reference-siblings default", "reference-siblings type"]],
])("what stands in the schema %s of 3.0 is reported as %j", async (schema, expected) => {
  expect(await inOldSchema(schema)).toEqual(expected);
});

test("what stands beside the $ref of a schema has a meaning in 3.1", async () => {
  expect(await inSchema("{ $ref: '#/components/schemas/A/$defs/B', default: 1, $defs: { B: {} } }")).toEqual([]);
});

test("a property may be called $ref, and a map of properties may hold one", async () => {
  expect(await inSchema("{ properties: { $ref: { type: string } } }")).toEqual([]);
});

test("a file that is no schema is one that allows anything", async () => {
  const files = {
    "openapi.yaml": `${head}paths: {}\ncomponents: { schemas: { A: { $ref: a.yaml } } }\n`,
    "a.yaml": "null # for now\n",
  };
  const { document, diagnostics } = await load(files);
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual(["openapi.yaml reference-kind"]);
  expect(valueAt(document?.json ?? null, "/components/schemas/A")).toEqual({});
});
