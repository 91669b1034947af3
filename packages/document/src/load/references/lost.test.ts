import { describe, expect, test } from "vitest";
import { build, diagnose, load } from "../../../test/documents.js";
import type { Json } from "../document.js";
import { valueAt } from "../pointer.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';
const nowhere = "#/nowhere";

/** A document of two operations; `get` and `components` are what is wrong with it. */
const withGet = (get: string, item = ""): string => `${head}paths:
  /users:
    ${item}
    get: { operationId: listUsers, ${get} }
  /teams:
    get: { operationId: listTeams, responses: { "200": { description: Good. } } }
`;

const good = 'responses: { "200": { description: Good. } }';

async function operationsOf(text: string): Promise<string[]> {
  const found = await diagnose(text);
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  return (await build(text)).operations.map(({ id }) => id);
}

async function at(text: string, pointer: string): Promise<Json | undefined> {
  const { document } = await load(text);
  return valueAt(document?.json ?? null, pointer);
}

describe("an operation is left out, and no other", () => {
  test.each([
    ["a parameter", withGet(`${good}, parameters: [{ $ref: "${nowhere}" }]`)],
    ["its parameters", withGet(`${good}, parameters: { $ref: "${nowhere}" }`)],
    ["a parameter of the path item", withGet(good, `parameters: [{ $ref: "${nowhere}" }]`)],
    ["its request body", withGet(`${good}, requestBody: { $ref: "${nowhere}" }`)],
    ["the content of its request body", withGet(`${good}, requestBody: { content: { $ref: "${nowhere}" } }`)],
    ["its security", withGet(`${good}, security: { $ref: "${nowhere}" }`)],
    ["the operation", withGet(good).replace(/{ operationId: listUsers.*/, `{ $ref: "${nowhere}" }`)],
    ["the path item", withGet(good).replace(/get: { operationId: listUsers.*/, `$ref: "${nowhere}"`)],
    [
      "a component that it refers to",
      `${withGet(`${good}, parameters: [{ $ref: "#/components/parameters/a" }]`)}components: { parameters: { a: { $ref: "#/components/parameters/b" }, b: { $ref: missing.yaml } } }`,
    ],
    [
      "the name of a parameter that it refers to",
      `${withGet(`${good}, parameters: [{ $ref: "#/components/parameters/a" }]`)}components: { parameters: { a: { name: { $ref: "${nowhere}" }, in: query, schema: {} } } }`,
    ],
    [
      "a parameter of another kind",
      `${withGet(`${good}, parameters: [{ $ref: "#/components/responses/a" }]`)}components: { responses: { a: { description: A. } } }`,
    ],
  ])("where %s is unknown", async (_, text) => {
    expect(await operationsOf(text)).toEqual(["listTeams"]);
    expect((await build(text)).omissions.length).toBeGreaterThan(0);
  });
});

describe("a document stays", () => {
  const named = (info: string): string => `${withGet(good)}`.replace(/info: .*/, `info: ${info}`);

  test.each([
    ["its info", `{ $ref: "${nowhere}" }`, "API", "0.0.0"],
    ["its title", `{ title: { $ref: "${nowhere}" }, version: "1" }`, "API", "1"],
    [
      "its title, which has more beside the reference",
      `{ title: { $ref: "${nowhere}", more: 1 }, version: "1" }`,
      "API",
      "1",
    ],
    [
      "its title, which stood where a reference beside its version leads",
      `{ $ref: "${nowhere}", version: "1" }`,
      "API",
      "1",
    ],
    ["its version", `{ title: Users, version: { $ref: "${nowhere}" } }`, "Users", "0.0.0"],
  ])("where %s is unknown", async (_, info, title, version) => {
    expect(await operationsOf(named(info))).toEqual(["listUsers", "listTeams"]);
    expect(await build(named(info))).toMatchObject({ title, version });
  });
});

describe("an operation stays", () => {
  test("with a response of which nothing is known but its status", async () => {
    const text = withGet(`responses: { "200": { $ref: "${nowhere}" }, "404": { description: No. } }`);
    expect((await build(text)).operations[0]?.responses).toMatchObject([
      { status: "200", content: [{ name: "*/*", schema: undefined }] },
      { status: "404", content: [] },
    ]);
  });

  test("with any response, where all of them are unknown", async () => {
    const text = withGet(`responses: { $ref: "${nowhere}" }`);
    expect((await build(text)).operations[0]?.responses).toMatchObject([
      { status: "default", content: [{ name: "*/*" }] },
    ]);
  });

  test("without the headers, links and examples that are unknown", async () => {
    const response = (name: string): string =>
      `description: Good., ${name}: { a: { $ref: "${nowhere}" } }, content: { text/plain: { examples: { a: { $ref: "${nowhere}" } } } }`;
    for (const name of ["headers", "links"]) {
      const text = withGet(`responses: { "200": { ${response(name)} } }`);
      expect(await operationsOf(text)).toEqual(["listUsers", "listTeams"]);
      expect(await at(text, `/paths/~1users/get/responses/200/${name}`)).toEqual({});
      expect(await at(text, "/paths/~1users/get/responses/200/content/text~1plain/examples")).toEqual({});
    }
  });

  test("with a media type of which nothing is known", async () => {
    const text = withGet(
      `responses: { "200": { description: Good., content: { text/plain: { $ref: "${nowhere}" } } } }`,
    );
    expect(await at(text, "/paths/~1users/get/responses/200/content")).toEqual({ "text/plain": {} });
  });

  test("without a description, tags or servers that are unknown", async () => {
    const text = withGet(
      `${good}, description: { $ref: "${nowhere}" }, tags: [{ $ref: "${nowhere}" }, users], servers: { $ref: "${nowhere}" }`,
    );
    expect((await build(text)).operations[0]).toMatchObject({ description: undefined, tags: ["users"], servers: [] });
  });

  test("without what stands beside a reference where no object is meant", async () => {
    const more = `{ $ref: "${nowhere}", more: 1 }`;
    const text = withGet(`${good}, tags: ${more}, summary: ${more}`);
    expect((await build(text)).operations[0]).toMatchObject({ tags: [], summary: undefined });
  });

  test("beside the reference of a path item that leads nowhere", async () => {
    expect(await operationsOf(withGet(good, `$ref: "${nowhere}"`))).toEqual(["listUsers", "listTeams"]);
  });
});

describe("a schema that is unknown says nothing", () => {
  const schemas = (schema: string): string =>
    `${head}paths: {}\ncomponents: { schemas: { A: ${schema}, B: { type: string } } }\n`;
  const bad = `{ $ref: "${nowhere}" }`;

  test.each([
    ["of its own", bad, {}],
    ["and keeps what stands beside", `{ $ref: "${nowhere}", description: A. }`, { description: "A." }],
    ["in a property", `{ properties: { a: ${bad} } }`, { properties: { a: {} } }],
    ["in allOf", `{ allOf: [${bad}, { type: object }] }`, { allOf: [{}, { type: "object" }] }],
    [
      "in oneOf, which cannot tell which one it is",
      `{ type: object, oneOf: [${bad}, { type: object }], discriminator: { propertyName: a } }`,
      { type: "object" },
    ],
    ["in not, where everything would be refused", `{ not: ${bad}, type: object }`, { type: "object" }],
    ["in a condition", `{ if: ${bad}, then: { type: string }, else: { type: object } }`, {}],
    ["in a list of keywords", `{ required: { $ref: "${nowhere}" }, type: object }`, { type: "object" }],
  ])("%s", async (_, schema, made) => {
    expect(await at(schemas(schema), "/components/schemas/A")).toEqual(made);
  });

  test("and an entry of a mapping that leads nowhere is not there", async () => {
    const schema =
      '{ oneOf: [{ $ref: "#/components/schemas/B" }], discriminator: { propertyName: a, mapping: { b: B, c: C } } }';
    expect(await at(schemas(schema), "/components/schemas/A/discriminator/mapping")).toEqual({ b: "B" });
  });
});

test("an entry of a mapping leads to what its reference leads to", async () => {
  const { document } = await load({
    "openapi.yaml": `${head}paths: {}
components: { schemas: { A: { oneOf: [{ $ref: b.yaml }], discriminator: { propertyName: a, mapping: { b: b.yaml } } } } }
`,
    "b.yaml": "type: object",
  });
  expect(valueAt(document?.json ?? null, "/components/schemas/A/discriminator/mapping")).toEqual({
    b: "#/components/schemas/b",
  });
});

test("a whole section is no schema, and neither is a text", async () => {
  for (const ref of ["#/components/schemas", "#/info/title", "#/components/responses/a", "#/paths"]) {
    const found = await diagnose(
      `${head}paths: {}\ncomponents: { schemas: { A: { items: { $ref: "${ref}" } } }, responses: { a: { description: A. } } }`,
    );
    expect(found.map(({ code }) => code)).toEqual(["reference-kind"]);
  }
});

test("what is left keeps its places", async () => {
  const { document } = await load(`${head}paths: {}
tags:
  - { $ref: "${nowhere}" }
  - name: second
`);
  expect(document?.json.tags).toEqual([{ name: "second" }]);
  expect(document?.locate("/tags/0/name")).toMatchObject({ line: 6, pointer: "/tags/1/name" });
});
