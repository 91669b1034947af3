import { describe, expect, test } from "vitest";
import { buildOperation, find } from "../../test/documents.js";
import type { Parameter } from "./api.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';
const answers = "responses: { 200: { description: OK. } }";

function document(parameters: string, more = ""): string {
  return `${head}paths:\n  /a:\n    get: { operationId: a, ${answers},\n      parameters: [${parameters}] }\n${more}`;
}

async function parameter(written: string, more?: string): Promise<Parameter | undefined> {
  return (await buildOperation(document(written, more))).parameters[0];
}

test("a parameter holds what the document says, with OpenAPI's defaults", async () => {
  expect(await parameter("{ name: q, in: query, schema: { type: string } }")).toEqual({
    pointer: "/paths/~1a/get/parameters/0",
    name: "q",
    in: "query",
    description: undefined,
    required: false,
    deprecated: false,
    style: "form",
    explode: true,
    allowReserved: false,
    mediaType: undefined,
    schema: { pointer: "/paths/~1a/get/parameters/0/schema", component: undefined, json: { type: "string" } },
  });
});

test.each([
  ["query", {}, "form", true],
  ["cookie", {}, "form", true],
  ["header", {}, "simple", false],
  ["query", { style: "deepObject", explode: true }, "deepObject", true],
  ["query", { style: "pipeDelimited" }, "pipeDelimited", false],
  ["query", { style: "form", explode: false }, "form", false],
])("a %s parameter with %j has the style %s, explode %s", async (place, written, style, explode) => {
  const found = await parameter(JSON.stringify({ name: "a", in: place, schema: {}, ...written }));
  expect(found).toMatchObject({ style, explode });
});

test("a path parameter has the style simple, and is required though the document forgets it", async () => {
  const text = `${head}paths: { "/{a}": { get: { operationId: a, parameters: [{ name: a, in: path, schema: {} }], ${answers} } } }`;
  expect((await buildOperation(text)).parameters).toMatchObject([{ style: "simple", explode: false, required: true }]);
  expect(await find(text)).toEqual([expect.stringContaining("path-parameter-optional")]);
});

test("a parameter with content has its media type and the schema in it", async () => {
  const found = await parameter(
    '{ name: filter, in: query, content: { application/json: { schema: { $ref: "#/components/schemas/Filter" } } } }',
    "components: { schemas: { Filter: { type: object } } }",
  );
  expect(found).toMatchObject({
    mediaType: "application/json",
    schema: { component: "Filter", pointer: "/paths/~1a/get/parameters/0/content/application~1json/schema" },
  });
});

test("a parameter of the components has its place there", async () => {
  const found = await parameter(
    '{ $ref: "#/components/parameters/q" }',
    "components: { parameters: { q: { name: q, in: query, schema: {} } } }",
  );
  expect(found).toMatchObject({ name: "q", pointer: "/components/parameters/q" });
});

test("parameters of the path item come first, and those of the operation override them by place and name", async () => {
  const { parameters } = await buildOperation(`${head}paths:
  /a:
    parameters: [{ name: one, in: query, schema: {} }, { name: two, in: query, schema: {} }, { name: X-A, in: header, schema: {} }]
    get:
      operationId: a
      parameters: [{ name: three, in: query, schema: {} }, { name: one, in: query, required: true, schema: {} }, { name: x-a, in: header, required: true, schema: {} }, { name: two, in: cookie, schema: {} }]
      ${answers}
`);
  expect(parameters.map(({ name, in: place, required }) => `${place} ${name} ${required}`)).toEqual([
    "query one true",
    "query two false",
    "header x-a true",
    "query three false",
    "cookie two false",
  ]);
});

describe("a parameter is refused", () => {
  test.each([
    ["{ name: a, in: query }", "6:20 parameter-schema-missing /paths/~1a/get/parameters/0"],
    ["{ name: a, in: query, content: {} }", "6:20 parameter-schema-missing /paths/~1a/get/parameters/0"],
    [
      "{ name: a, in: query, content: { a/b: {}, c/d: {} } }",
      "6:20 parameter-schema-missing /paths/~1a/get/parameters/0",
    ],
    [
      "{ name: a, in: header, style: form, schema: {} }",
      "6:43 parameter-style-invalid /paths/~1a/get/parameters/0/style",
    ],
    ["{ name: 'a b', in: cookie, schema: {} }", "6:22 parameter-name-invalid /paths/~1a/get/parameters/0/name"],
    ["{ name: '', in: query, schema: {} }", "6:22 parameter-name-invalid /paths/~1a/get/parameters/0/name"],
    ["{ name: a, in: path, required: true, schema: {} }", "6:20 path-parameter-unused /paths/~1a/get/parameters/0"],
    [
      "{ name: a, in: query, schema: {} }, { name: a, in: query, schema: {} }",
      "6:56 parameter-duplicate /paths/~1a/get/parameters/1",
    ],
    [
      "{ name: A, in: header, schema: {} }, { name: a, in: header, schema: {} }",
      "6:57 parameter-duplicate /paths/~1a/get/parameters/1",
    ],
  ])("%s", async (written, expected) => {
    expect(await find(document(written))).toEqual([`openapi.yaml:${expected}`]);
  });
});

test("headers that OpenAPI ignores are left out, with a warning", async () => {
  const written = "{ name: authorization, in: header, schema: {} }, { name: X-A, in: header, schema: {} }";
  expect(await parameter(written)).toMatchObject({ name: "X-A" });
  expect(await find(document(written))).toEqual([
    expect.stringContaining("parameter-ignored /paths/~1a/get/parameters/0"),
  ]);
});
