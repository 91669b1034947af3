import { describe, expect, test } from "vitest";
import { build, buildOperation, find, load } from "../../../test/documents.js";

const head = "openapi: 3.2.0\ninfo: { title: Teas, version: 1.0.0 }\n";
const answer = 'responses: { "200": { description: Teas. } }';

test("a document of OpenAPI 3.2 has the schemas of 3.1, and stays one of 3.2", async () => {
  const { document, diagnostics } = await load(`${head}paths: {}\n`);
  expect(diagnostics).toEqual([]);
  expect(document?.dialect).toBe("3.1");
  expect(document?.json.openapi).toBe("3.2.0");
});

describe("methods", () => {
  test("of OpenAPI 3.2 are those of operations", async () => {
    const { operations } = await build(`${head}paths:
  /teas:
    query: { operationId: find, ${answer} }
    additionalOperations: { COPY: { operationId: copy, ${answer} } }
`);
    expect(operations.map(({ id, method, pointer }) => [id, method, pointer])).toEqual([
      ["find", "query", "/paths/~1teas/query"],
      ["copy", "copy", "/paths/~1teas/additionalOperations/COPY"],
    ]);
  });

  test.each([
    ["TRACK", "fetch forbids the method TRACK"],
    ["POST", 'additionalOperations has no method that has a key of its own, as "post" is'],
    ["Copy", 'methods are sent in capitals, and "Copy" is another one'],
    ["A B", '"A B" is no name of a method'],
  ])("%s cannot be sent", async (method, reason) => {
    const { unsendable, operations } = await build(
      `${head}paths: { /teas: { additionalOperations: { "${method}": { operationId: a, ${answer} } } } }\n`,
    );
    expect(operations).toEqual([]);
    expect(unsendable.map((one) => one.reason)).toEqual([
      `The operation ${method.toUpperCase()} /teas is left out: ${reason}.`,
    ]);
  });

  test("of OpenAPI 3.2 are none before", async () => {
    const text = `openapi: 3.1.0\ninfo: { title: Teas, version: 1.0.0 }\npaths: { /teas: { query: { operationId: a, ${answer} } } }\n`;
    expect(await find(text)).toEqual(["openapi.yaml:3:19 method-unsupported /paths/~1teas/query"]);
  });
});

describe("a query string", () => {
  const withForm = (schema: string, encoding = "{}"): string => `${head}paths:
  /teas:
    get:
      operationId: listTeas
      ${answer}
      parameters:
        - name: all
          in: querystring
          required: true
          content: { application/x-www-form-urlencoded: { schema: ${schema}, encoding: ${encoding} } }
        - { name: X-A, in: header, schema: { type: string } }
components: { schemas: { Form: { type: object, properties: { a: { type: string } } } } }
`;

  test("that is a form is parameters in the query", async () => {
    const schema =
      "{ type: object, required: [a], properties: { a: { type: string, description: A. }, b: { type: array, items: { type: string } }, c: { type: object } } }";
    const { parameters } = await buildOperation(withForm(schema, "{ b: { style: spaceDelimited, explode: false } }"));
    expect(parameters.map((one) => [one.in, one.name, one.required, one.style, one.explode, one.mediaType])).toEqual([
      ["query", "a", true, "form", true, undefined],
      ["header", "X-A", false, "simple", false, undefined],
      ["query", "b", false, "spaceDelimited", false, undefined],
      ["query", "c", false, "form", true, "application/json"],
    ]);
    expect(parameters[0]?.description).toBe("A.");
  });

  test("may have its form in a component", async () => {
    const { parameters } = await buildOperation(withForm('{ $ref: "#/components/schemas/Form" }'));
    expect(parameters.map(({ name }) => name)).toEqual(["a", "X-A"]);
  });

  test("stands where its property is written", async () => {
    const { document } = await load(
      withForm("{ type: object, properties: { a: { type: string }, b: { type: string } } }"),
    );
    expect(document?.locate("/paths/~1teas/get/parameters/2")).toMatchObject({
      line: 12,
      pointer: "/paths/~1teas/get/parameters/0/content/application~1x-www-form-urlencoded/schema/properties/b",
    });
  });

  test.each([
    ["with members that nobody names", "{ type: object, properties: {}, additionalProperties: true }"],
    ["of alternatives", "{ oneOf: [{ type: object }] }"],
  ])("%s is not written", async (_, schema) => {
    const found = await find(withForm(schema));
    expect(found).toEqual(["openapi.yaml:9:11 parameter-querystring /paths/~1teas/get/parameters/0"]);
  });
});

test("media types may be components", async () => {
  const { responses } = await buildOperation(`${head}paths:
  /teas: { get: { operationId: a, responses: { "200": { description: A., content: { text/plain: { $ref: "#/components/mediaTypes/Text" } } } } } }
components: { mediaTypes: { Text: { schema: { type: string } } } }
`);
  expect(responses[0]?.content[0]?.schema?.json).toEqual({ type: "string" });
});

test("an example shows its data, or the text that stands for it", async () => {
  const { document } = await load(`${head}paths:
  /teas:
    get:
      responses:
        "200":
          description: Teas.
          content:
            application/json:
              examples: { a: { dataValue: [1] }, b: { serializedValue: "[2]" }, c: { serializedValue: "[" }, d: { value: 4, dataValue: 5 } }
            text/csv: { examples: { a: { serializedValue: "a,b" } } }
`);
  const examples = (type: string): unknown => {
    // The document above has them.
    const json = document?.json as {
      paths: Record<
        string,
        {
          get: {
            responses: Record<string, { content: Record<string, { examples: Record<string, { value?: unknown }> }> }>;
          };
        }
      >;
    };
    const found = json.paths["/teas"]?.get.responses["200"]?.content[type]?.examples ?? {};
    return Object.fromEntries(Object.entries(found).map(([name, { value }]) => [name, value]));
  };
  expect(examples("application/json")).toEqual({ a: [1], b: [2], c: undefined, d: 4 });
  expect(examples("text/csv")).toEqual({ a: "a,b" });
});

describe("a document that names itself", () => {
  const self = `${head}$self: https://teas.example/api/openapi.yaml\npaths: {}\n`;

  test("may refer to itself by that name", async () => {
    const text = `${self}components: { schemas: { A: { $ref: "https://teas.example/api/openapi.yaml#/components/schemas/B" }, B: { type: string } } }\n`;
    expect(await find(text)).toEqual([]);
  });

  test("has its files beside it", async () => {
    const text = `${self}components: { schemas: { A: { $ref: "other.yaml#/B" } } }\n`;
    expect(await find({ "openapi.yaml": text, "other.yaml": "B: { type: string }\n" })).toEqual([]);
  });
});

test("a default of a discriminator is a reference like those of its mapping", async () => {
  const text = (name: string): string => `${head}paths: {}
components:
  schemas:
    Tea: { oneOf: [{ $ref: other.yaml }], discriminator: { propertyName: kind, defaultMapping: ${name} } }
`;
  const { document, diagnostics } = await load({ "openapi.yaml": text("other.yaml"), "other.yaml": "type: object\n" });
  expect(diagnostics).toEqual([]);
  expect(document?.json.components).toMatchObject({
    schemas: { Tea: { discriminator: { defaultMapping: "#/components/schemas/other" } } },
  });
  const found = await find({ "openapi.yaml": text("missing.yaml"), "other.yaml": "type: object\n" });
  expect(found).toEqual([
    "openapi.yaml:6:80 reference-unresolved /components/schemas/Tea/discriminator/defaultMapping",
  ]);
});

test("tags are parts of others, and only those that are for navigation group operations", async () => {
  const { tags, groups } =
    await build(`${head}tags: [{ name: shop, summary: Shop. }, { name: teas, parent: shop }, { name: ours, kind: audience }]
paths:
  /teas: { get: { operationId: a, tags: [ours, teas], ${answer} } }
  /pots: { get: { operationId: b, tags: [ours], ${answer} } }
`);
  expect(tags.map(({ name, parent, kind, summary }) => [name, parent, kind, summary])).toEqual([
    ["shop", undefined, "nav", "Shop."],
    ["teas", "shop", "nav", undefined],
    ["ours", undefined, "audience", undefined],
  ]);
  expect(groups.map(({ title }) => title)).toEqual(["teas", "pots"]);
});

test("a tag that is a part of itself is told once for each such tag", async () => {
  const tags = "tags: [{ name: a, parent: b }, { name: b, parent: a }, { name: c, parent: a }]\n";
  expect(await find(`${head}${tags}paths: {}\n`)).toEqual([
    "openapi.yaml:3:19 tag-parent-unknown /tags/0/parent",
    "openapi.yaml:3:43 tag-parent-unknown /tags/1/parent",
  ]);
});

test("names of servers, summaries of responses, deprecated schemes and metadata of OAuth 2 are read", async () => {
  const api = await build(`${head}servers: [{ url: https://a.example, name: production }]
paths: { /teas: { get: { operationId: a, responses: { "200": { summary: Teas. } } } } }
components:
  securitySchemes:
    old: { type: http, scheme: basic, deprecated: true }
    new: { type: oauth2, flows: {}, oauth2MetadataUrl: https://a.example/metadata }
`);
  expect(api.servers[0]?.name).toBe("production");
  expect(api.operations[0]?.responses[0]?.summary).toBe("Teas.");
  expect(api.securitySchemes).toMatchObject([
    { deprecated: true },
    { deprecated: false, metadataUrl: "https://a.example/metadata" },
  ]);
});

test("style cookie is written as a form without escapes", async () => {
  const cookie = (more: string): string => `{ name: k, in: cookie, style: cookie, ${more}schema: { type: string } }`;
  const text = `${head}paths:
  /teas: { get: { operationId: a, parameters: [{ $ref: "#/components/parameters/K" }], ${answer} } }
  /pots: { get: { operationId: b, parameters: [${cookie("explode: false, ")}], ${answer} } }
components: { parameters: { K: ${cookie("")} } }
`;
  expect(await find(text)).toEqual([]);
  const { operations } = await build(text);
  const said = operations.map(({ parameters: [one] }) => [one?.style, one?.explode, one?.allowReserved]);
  expect(said).toEqual([
    ["form", true, true],
    ["form", false, true],
  ]);
});

test("security schemes are named by URIs of the document, and those of others are left out", async () => {
  const text = `${head}$self: https://a.example/openapi.yaml
security: [{ "#/components/securitySchemes/old%20one": [] }]
paths:
  /teas: { get: { operationId: a, security: [{ "https://a.example/openapi.yaml#/components/securitySchemes/new": [] }], ${answer} } }
  /pots: { get: { operationId: b, ${answer} } }
  /cups: { get: { operationId: c, security: [{ "./other.yaml#/k": [] }], ${answer} } }
components:
  securitySchemes:
    old one: { type: http, scheme: basic }
    new: { type: http, scheme: bearer }
`;
  expect(await find(text)).toEqual([
    "openapi.yaml:8:48 security-scheme-unknown /paths/~1cups/get/security/0/.~1other.yaml#~1k",
  ]);
  const { operations } = await build(text);
  expect(operations.map(({ security }) => security.map((all) => all.map(({ scheme }) => scheme.name)))).toEqual([
    [["new"]],
    [["old one"]],
    [["./other.yaml#/k"]],
  ]);
});
