import { describe, expect, test } from "vitest";
import { build, find, load } from "../../../test/documents.js";
import { convert, created, head, media, operation, parameters } from "../../../test/swagger.js";

test("a document is read as OpenAPI 3.0", async () => {
  const { document, found } = await convert(`${head}paths: {}\n`);
  expect(found).toEqual([]);
  expect(document?.dialect).toBe("3.0");
  expect(document?.json).toEqual({
    openapi: "3.0.4",
    info: { title: "Teas", version: "1.0.0" },
    servers: [{ url: "https://teas.example" }],
    paths: {},
  });
});

describe("the version may be", () => {
  test.each(["2.0", "2", "'2'", "v2.0", "2.0.0"])("%s", async (version) => {
    const text = `swagger: ${version}\ninfo: { title: Teas, version: 1.0.0 }\npaths: {}\n`;
    expect((await convert(text)).document?.dialect).toBe("3.0");
  });

  test("a number, which is told", async () => {
    const { messages } = await convert("swagger: 2.0\ninfo: { title: Teas, version: 1.0.0 }\npaths: {}\n");
    expect(messages).toEqual(['"swagger" is the number 2.0, but text is expected; it is read as the text "2.0".']);
  });

  test("none of other editions", async () => {
    expect(await find('swagger: "1.2"\ninfo: { title: Teas, version: 1.0.0 }\npaths: {}\n')).toEqual([
      "openapi.yaml:1:1 openapi-version /swagger",
    ]);
  });
});

describe("servers are", () => {
  const info = 'swagger: "2.0"\ninfo: { title: Teas, version: 1.0.0 }\npaths: {}\n';
  test.each([
    ["none where nothing is said", "", undefined],
    ["relative without a host", "basePath: /v1\nschemes: [https]\n", ["/v1"]],
    [
      "of each scheme, https first",
      "host: a.b\nbasePath: /v1/\nschemes: [http, https]\n",
      ["https://a.b/v1", "http://a.b/v1"],
    ],
    ["https where no scheme is said", "host: a.b\n", ["https://a.b"]],
    ["by the scheme in the host", "host: http://a.b/\n", ["http://a.b"]],
    ["with the slash that a base path lacks", "host: a.b\nbasePath: v1\nschemes: [https]\n", ["https://a.b/v1"]],
  ])("%s", async (_, text, expected) => {
    const { document } = await convert(info + text);
    const servers = document?.json.servers as readonly { readonly url: string }[] | undefined;
    expect(servers?.map(({ url }) => url)).toEqual(expected);
  });

  test("those of an operation that has other schemes", async () => {
    const { at } = await convert(operation(`      schemes: [http]\n${created}`));
    expect(at("/paths/~1teas/post/servers")).toEqual([{ url: "http://teas.example" }]);
  });

  test("left out where requests are not sent by their scheme", async () => {
    expect(await find(`${info}host: a.b\nschemes: [wss, https]\n`)).toEqual([
      "openapi.yaml:5:11 server-invalid /schemes/0",
    ]);
  });
});

test("security definitions have the types and flows of OpenAPI 3.0", async () => {
  const urls = "authorizationUrl: 'https://a.b/a', tokenUrl: 'https://a.b/t', scopes: { read: Read. }";
  const { at, found } = await convert(`${head}paths: {}
securityDefinitions:
  basic: { type: basic, description: Name. }
  key: { type: apiKey, in: header, name: X-Key }
  implicit: { type: oauth2, flow: implicit, ${urls} }
  password: { type: oauth2, flow: password, ${urls} }
  application: { type: oauth2, flow: application, ${urls} }
  accessCode: { type: oauth2, flow: accessCode, ${urls}, x-more: 1 }
`);
  const flow = { authorizationUrl: "https://a.b/a", tokenUrl: "https://a.b/t", scopes: { read: "Read." } };
  expect(found).toEqual([]);
  expect(at("/components/securitySchemes")).toEqual({
    basic: { type: "http", scheme: "basic", description: "Name." },
    key: { type: "apiKey", in: "header", name: "X-Key" },
    implicit: { type: "oauth2", flows: { implicit: flow } },
    password: { type: "oauth2", flows: { password: flow } },
    application: { type: "oauth2", flows: { clientCredentials: flow } },
    accessCode: { type: "oauth2", "x-more": 1, flows: { authorizationCode: flow } },
  });
});

describe("a reference leads", () => {
  const tea =
    "type: object\nproperties:\n  leaf: { $ref: '#/leaf' }\n  name: { type: string, x-nullable: true }\nleaf: { type: [string, 'null'] }\n";

  test("into files with definitions, which are converted too", async () => {
    const api = await build({
      "openapi.yaml": operation(parameters("{ name: a, in: body, schema: { $ref: tea.yaml } }")),
      "tea.yaml": tea,
    });
    const schema = api.operations[0]?.requestBody?.content[0]?.schema;
    expect(schema?.component).toBe("tea");
    const { at } = await convert(operation(parameters("{ name: a, in: body, schema: { $ref: tea.yaml } }")), {
      "tea.yaml": tea,
    });
    expect(at("/components/schemas/tea/properties/name")).toEqual({
      type: "string",
      "x-nullable": true,
      nullable: true,
    });
    expect(at("/components/schemas/leaf")).toEqual({ type: "string", nullable: true });
  });

  test("into files with path items, parameters and responses, and from there to others", async () => {
    const { at, found } = await convert(
      `${head}${media}paths: { /teas: { $ref: paths/teas.yaml } }\ndefinitions: { Tea: { type: string } }\n`,
      {
        "paths/teas.yaml": `get:
  parameters: [{ $ref: "../parts.yaml#/limit" }]
  responses: { "200": { $ref: "../parts.yaml#/teas" } }
`,
        "parts.yaml": `limit: { name: limit, in: query, type: integer }
teas: { description: Teas., schema: { type: array, items: { $ref: "openapi.yaml#/definitions/Tea" } } }
`,
      },
    );
    expect(found).toEqual([]);
    expect(at("/paths/~1teas/get/parameters")).toEqual([{ name: "limit", in: "query", schema: { type: "integer" } }]);
    const items = at("/paths/~1teas/get/responses/200/content/application~1json/schema/items");
    expect(items).toEqual({ $ref: "#/components/schemas/Tea" });
  });

  test("to the schema of a response, wherever that is now", async () => {
    const { at, found } = await convert(`${head}${media}paths:
  /a: { get: { responses: { "200": { description: A., schema: { type: object, title: A } } } } }
  /b: { get: { responses: { "200": { description: B., schema: { $ref: "#/paths/~1a/get/responses/200/schema" } } } } }
`);
    expect(found).toEqual([]);
    const { $ref } = at("/paths/~1b/get/responses/200/content/application~1json/schema") as { $ref: string };
    expect(at($ref.slice(1))).toEqual({ type: "object", title: "A" });
  });

  test("to definitions by their names alone, as older editions had it", async () => {
    const { at, found } = await convert(`${head}paths: {}\ndefinitions: { A: { $ref: B }, B: { type: string } }\n`);
    expect(found).toEqual(["openapi.yaml:6:16 reference-inexact /definitions/A"]);
    expect(at("/components/schemas/A")).toEqual({ $ref: "#/components/schemas/B" });
  });

  test("nowhere, and is told as it is written", async () => {
    const { found, messages } = await convert(
      operation(parameters("{ name: a, in: body, schema: { $ref: '#/definitions/No' } }")),
    );
    expect(found).toEqual(["openapi.yaml:12:42 reference-unresolved /paths/~1teas/post/parameters/0/schema/$ref"]);
    expect(messages[0]).toContain('"#/definitions/No"');
  });
});

describe("a diagnostic names the line of the 2.0 document", () => {
  test.each([
    [
      "of a parameter",
      operation(parameters("{ name: a, in: nowhere, type: string }")),
      "openapi.yaml:12:22 operation-invalid /paths/~1teas/post/parameters/0/in",
    ],
    [
      "of the type of a parameter",
      operation(parameters("{ name: a, in: query, type: strin }")),
      "openapi.yaml:12:33 schema-type-unknown /paths/~1teas/post/parameters/0/type",
    ],
    [
      "of a property of a form",
      operation(parameters("{ name: a, in: formData, type: strin }"), ""),
      "openapi.yaml:10:36 schema-type-unknown /paths/~1teas/post/parameters/0/type",
    ],
    [
      "of a schema in a body",
      operation(parameters("{ name: a, in: body, schema: { type: strin } }")),
      "openapi.yaml:12:42 schema-type-unknown /paths/~1teas/post/parameters/0/schema/type",
    ],
    [
      "of a definition",
      `${head}paths: {}\ndefinitions: { A: { type: strin } }\n`,
      "openapi.yaml:6:21 schema-type-unknown /definitions/A/type",
    ],
    [
      "of a flow",
      `${head}paths: {}\nsecurityDefinitions: { a: { type: oauth2, flow: none } }\n`,
      "openapi.yaml:6:43 structure-invalid /securityDefinitions/a/flow",
    ],
  ])("%s", async (_, text, expected) => {
    expect((await convert(text)).found).toEqual([expected]);
  });
});

test("words of OpenAPI 3 are read as there", async () => {
  const { at, found } = await convert(
    operation(`      requestBody: { content: { application/json: { schema: { $ref: "#/definitions/Tea" } } } }
      parameters: [{ name: a, in: query, schema: { type: string } }]
      responses: { "200": { description: Tea., content: { application/json: { schema: { $ref: "#/definitions/Tea" } } } } }
definitions: { Tea: { oneOf: [{ type: string }] } }
`),
  );
  expect(found.map((line) => line.split(" ")[1])).toEqual(["swagger-mixed", "swagger-mixed", "swagger-mixed"]);
  const schema = { $ref: "#/components/schemas/Tea" };
  expect(at("/paths/~1teas/post/requestBody/content/application~1json/schema")).toEqual(schema);
  expect(at("/paths/~1teas/post/responses/200/content/application~1json/schema")).toEqual(schema);
  expect(at("/paths/~1teas/post/parameters/0/schema")).toEqual({ type: "string" });
});

test("an overlay is applied to the 2.0 document", async () => {
  const { document } = await load(
    {
      "openapi.yaml": `${head}paths: {}\ndefinitions: { Tea: { type: string } }\n`,
      "overlay.yaml":
        "overlay: 1.1.0\ninfo: { title: O, version: 1.0.0 }\nactions:\n  - { target: $.definitions.Tea, update: { x-nullable: true } }\n",
    },
    { overlays: ["overlay.yaml"] },
  );
  expect(document?.json.components).toEqual({
    schemas: { Tea: { type: "string", "x-nullable": true, nullable: true } },
  });
  expect(document?.locate("/components/schemas/Tea/nullable").file).toBe("overlay.yaml");
});

test("a long chain of files takes no more time than its length", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `f${index}.yaml`,
      `type: object\nproperties: { next: { $ref: f${index + 1}.yaml } }\n`,
    ]),
  );
  const { document } = await load({
    ...files,
    "f400.yaml": "type: string\nx-nullable: true\n",
    "openapi.yaml": `${head}paths: {}\ndefinitions: { A: { $ref: f0.yaml } }\n`,
  });
  expect(document).toBeDefined();
});

test("what a document does over and over is said once, with the number of the other places", async () => {
  const path = (name: string): string =>
    `  /${name}: { post: { parameters: [{ name: body, in: body, schema: { type: string } }], responses: { "201": { description: Made. } } } }\n`;
  const said = async (...names: readonly string[]): Promise<readonly string[]> =>
    (await convert(`${head}paths:\n${names.map(path).join("")}`)).messages;
  const once = "Nothing says which media type a body is sent as; it is read as application/json.";
  expect(await said("a")).toEqual([once]);
  expect(await said("a", "b")).toEqual([`${once} The same is so in 1 other place.`]);
  expect(await said("a", "b", "c")).toEqual([`${once} The same is so in 2 other places.`]);
});

test("slashes at the end of a host and a base path take no more time than their number", async () => {
  const many = "/".repeat(200_000);
  const began = Date.now();
  for (const host of [`teas.example${many}x`, `http://teas.example${many}x${many}`])
    await convert(
      `swagger: "2.0"\ninfo: { title: Teas, version: 1.0.0 }\nhost: "${host}"\nbasePath: "${many}v1"\npaths: {}\n`,
    );
  expect(Date.now() - began).toBeLessThan(3_000);
});

test("what stands beside the reference of a path item is converted as what it leads to is", async () => {
  const { at, found } = await convert(
    `${head}${media}paths:\n  /teas:\n    $ref: "#/x-item"\n    parameters: [{ name: X-A, in: header, type: string }]\n    post: { operationId: addTea, responses: { "201": { description: Made. } } }\n  /pots: { $ref: "#/x-item" }\nx-item: { get: { operationId: listTeas, responses: { "200": { description: Teas. } } } }\n`,
  );
  expect(found).toEqual([]);
  expect(at("/paths/~1teas/parameters/0/schema")).toEqual({ type: "string" });
  expect(at("/paths/~1teas/post/operationId")).toBe("addTea");
  expect(at("/paths/~1teas/get/operationId")).toBe("listTeas");
});
