import { describe, expect, test } from "vitest";
import { build, find, load } from "../../../test/documents.js";

const head = 'swagger: "2.0"\ninfo: { title: Teas, version: 1.0.0 }\nhost: teas.example\nschemes: [https]\n';
const media = "consumes: [application/json]\nproduces: [application/json]\n";

/** What a document becomes, and what is found in it. */
async function convert(text: string, files: Readonly<Record<string, string>> = {}) {
  const { document, diagnostics } = await load({ "openapi.yaml": text, ...files });
  const at = (pointer: string): unknown => {
    const keys = pointer.split("/").slice(1);
    return keys.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key.replaceAll("~1", "/")],
      document?.json,
    );
  };
  const found = diagnostics.map(
    ({ file, position, code, pointer }) => `${file}:${position?.line}:${position?.column} ${code} ${pointer ?? ""}`,
  );
  return { document, at, found, messages: diagnostics.map(({ message }) => message) };
}

/** One operation, POST /teas. */
function operation(members: string, root: string = media): string {
  return `${head}${root}paths:\n  /teas:\n    post:\n      operationId: addTea\n${members}`;
}

const created = '      responses: { "201": { description: Made. } }\n';

function parameters(...list: readonly string[]): string {
  return `      parameters:\n${list.map((parameter) => `        - ${parameter}\n`).join("")}${created}`;
}

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

describe("a parameter", () => {
  test.each([
    [
      "{ name: a, in: query, type: integer, format: int64, minimum: 1, exclusiveMinimum: true, default: 2 }",
      { schema: { type: "integer", format: "int64", minimum: 1, exclusiveMinimum: true, default: 2 } },
    ],
    [
      "{ name: a, in: query, type: array, items: { type: string } }",
      { explode: false, style: undefined, schema: { type: "array", items: { type: "string" } } },
    ],
    [
      "{ name: a, in: query, type: array, collectionFormat: multi, items: { type: string } }",
      { schema: { type: "array", items: { type: "string" } } },
    ],
    [
      "{ name: a, in: query, type: array, collectionFormat: ssv, items: { type: string } }",
      { style: "spaceDelimited", explode: false, schema: { type: "array", items: { type: "string" } } },
    ],
    [
      "{ name: a, in: query, type: array, collectionFormat: pipes, items: { type: string } }",
      { style: "pipeDelimited", explode: false, schema: { type: "array", items: { type: "string" } } },
    ],
    [
      "{ name: a, in: header, type: array, items: { type: string } }",
      { schema: { type: "array", items: { type: "string" } } },
    ],
    [
      "{ name: a, in: query, type: string, x-nullable: true, x-enum-varnames: [A], x-more: 1, x-example: b }",
      {
        "x-more": 1,
        "x-example": "b",
        example: "b",
        schema: { type: "string", "x-nullable": true, nullable: true, "x-enum-varnames": ["A"] },
      },
    ],
    [
      "{ name: a, in: query, type: boolean, allowEmptyValue: true, description: Whether. }",
      { allowEmptyValue: true, description: "Whether.", schema: { type: "boolean" } },
    ],
  ])("%s", async (text, expected) => {
    const { at, found } = await convert(operation(parameters(text)));
    expect(found).toEqual([]);
    expect(at("/paths/~1teas/post/parameters/0")).toEqual({
      name: "a",
      in: at("/paths/~1teas/post/parameters/0/in"),
      ...expected,
    });
  });

  test.each([
    ["{ name: a, in: query, type: array, collectionFormat: tsv, items: { type: string } }"],
    ["{ name: a, in: header, type: array, collectionFormat: pipes, items: { type: string } }"],
  ])("that no style writes is text that callers put together: %s", async (text) => {
    const { at, found } = await convert(operation(parameters(text)));
    expect(found.map((line) => line.replace(/:\d+ /, " "))).toEqual([
      "openapi.yaml:12 swagger-collection-format /paths/~1teas/post/parameters/0/collectionFormat",
    ]);
    expect(at("/paths/~1teas/post/parameters/0/schema")).toEqual({ type: "string" });
  });

  test("of the document is a component, and stays a reference", async () => {
    const root = `${media}parameters: { Id: { name: id, in: query, type: string } }\n`;
    const { at, found } = await convert(operation(parameters('{ $ref: "#/parameters/Id" }'), root));
    expect(found).toEqual([]);
    expect(at("/components/parameters/Id")).toEqual({ name: "id", in: "query", schema: { type: "string" } });
    expect(at("/paths/~1teas/post/parameters")).toEqual([{ $ref: "#/components/parameters/Id" }]);
  });
});

describe("a body", () => {
  const body = (member: string): string => parameters(`{ name: tea, in: body, required: true, ${member} }`);
  const tea = "definitions: { Tea: { type: object, properties: { name: { type: string } } } }\n";

  test("is sent as what the operation consumes, else the document", async () => {
    const schema = 'schema: { $ref: "#/definitions/Tea" }';
    const inherited = await convert(operation(body(schema), media + tea));
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Tea" } } };
    expect(inherited.found).toEqual([]);
    expect(inherited.at("/paths/~1teas/post/requestBody")).toEqual({ required: true, content });
    const own = await convert(operation(`      consumes: [application/xml, text/xml]\n${body(schema)}`, media + tea));
    expect(Object.keys(own.at("/paths/~1teas/post/requestBody/content") as object)).toEqual([
      "application/xml",
      "text/xml",
    ]);
  });

  test("of the document is written into each operation, with what it consumes", async () => {
    const root = `${media}parameters: { Tea: { name: tea, in: body, schema: { type: object } } }\n`;
    const text = operation(`      consumes: [text/json]\n${parameters('{ $ref: "#/parameters/Tea" }')}`, root);
    const { at, found } = await convert(text);
    expect(found).toEqual([]);
    expect(at("/paths/~1teas/post/requestBody")).toEqual({ content: { "text/json": { schema: { type: "object" } } } });
    expect(at("/components")).toBeUndefined();
  });

  test("of the path item is that of its operations, unless they have their own", async () => {
    const { at } = await convert(`${head}${media}paths:
  /teas:
    parameters: [{ name: a, in: body, schema: { type: string } }]
    post: { responses: { "201": { description: Made. } } }
    put: { parameters: [{ name: b, in: body, schema: { type: object } }], responses: { "201": { description: Made. } } }
`);
    const schema = (method: string): unknown =>
      at(`/paths/~1teas/${method}/requestBody/content/application~1json/schema`);
    expect(schema("post")).toEqual({ type: "string" });
    expect(schema("put")).toEqual({ type: "object" });
    expect(at("/paths/~1teas/parameters")).toEqual([]);
  });

  test.each([
    ["without a schema", media, "{ name: a, in: body, type: string }", ["swagger-body"], "application/json"],
    [
      "of which no media type is said",
      "",
      "{ name: a, in: body, schema: { type: string } }",
      ["swagger-media-type"],
      "application/json",
    ],
    [
      "of any media type",
      "consumes: ['*/*']\n",
      "{ name: a, in: body, schema: { type: string } }",
      ["swagger-media-type"],
      "application/json",
    ],
    [
      "of bytes of any media type",
      "consumes: ['*/*']\n",
      "{ name: a, in: body, schema: { type: string, format: binary } }",
      [],
      "*/*",
    ],
  ])("%s", async (_, root, text, codes, type) => {
    const { document, at } = await convert(operation(parameters(text), root));
    const { diagnostics } = await load(operation(parameters(text), root));
    expect(document).toBeDefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(Object.keys(at("/paths/~1teas/post/requestBody/content") as object)).toEqual([type]);
  });

  test("is one object of several that stand side by side", async () => {
    const { at, found } = await convert(
      operation(
        parameters(
          "{ name: a, in: body, type: string, required: true }",
          "{ name: b, in: body, schema: { type: integer } }",
        ),
      ),
    );
    expect(found.map((line) => line.split(" ")[1])).toEqual(["swagger-body", "swagger-body"]);
    expect(at("/paths/~1teas/post/requestBody")).toEqual({
      required: true,
      content: {
        "application/json": {
          schema: { type: "object", properties: { a: { type: "string" }, b: { type: "integer" } }, required: ["a"] },
        },
      },
    });
  });
});

describe("a form", () => {
  const form = "{ name: a, in: formData, type: string, required: true, description: Name. }";

  test("is an object, in the media types of forms that the operation consumes", async () => {
    const root = "consumes: [multipart/form-data, application/x-www-form-urlencoded]\n";
    const { at, found } = await convert(
      operation(parameters(form, "{ name: b, in: formData, type: array, items: { type: integer } }"), root),
    );
    const schema = {
      type: "object",
      properties: { a: { type: "string", description: "Name." }, b: { type: "array", items: { type: "integer" } } },
      required: ["a"],
    };
    const described = { schema, encoding: { b: { style: "form", explode: false } } };
    expect(found).toEqual([]);
    expect(at("/paths/~1teas/post/requestBody")).toEqual({
      required: true,
      content: { "multipart/form-data": described, "application/x-www-form-urlencoded": described },
    });
  });

  test.each([
    ["urlencoded where nothing is said", "", form, [], "application/x-www-form-urlencoded"],
    ["multipart with a file", "", "{ name: a, in: formData, type: file }", [], "multipart/form-data"],
    [
      "multipart with a file, whatever is said",
      "consumes: [application/x-www-form-urlencoded]\n",
      "{ name: a, in: formData, type: file }",
      ["swagger-media-type"],
      "multipart/form-data",
    ],
    ["no JSON", media, form, ["swagger-media-type"], "application/x-www-form-urlencoded"],
  ])("is %s", async (_, root, text, codes, type) => {
    const { at, found } = await convert(operation(parameters(text), root));
    expect(found.map((line) => line.split(" ")[1])).toEqual(codes);
    expect(Object.keys(at("/paths/~1teas/post/requestBody/content") as object)).toEqual([type]);
  });

  test("has a body beside it as one of its parts", async () => {
    const { at, found } = await convert(
      operation(parameters(form, "{ name: b, in: body, schema: { type: object } }"), ""),
    );
    expect(found).toEqual(["openapi.yaml:11:11 swagger-body /paths/~1teas/post/parameters/1"]);
    const properties = at("/paths/~1teas/post/requestBody/content/multipart~1form-data/schema/properties");
    expect(properties).toEqual({ a: { type: "string", description: "Name." }, b: { type: "object" } });
  });

  test("has the first of two parameters of one name", async () => {
    const { at, found } = await convert(operation(parameters(form, "{ name: a, in: formData, type: integer }"), ""));
    expect(found).toEqual(["openapi.yaml:11:11 parameter-duplicate /paths/~1teas/post/parameters/1"]);
    expect(
      at("/paths/~1teas/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/a/type"),
    ).toBe("string");
  });
});

describe("a response", () => {
  const answer = (members: string): string => `      responses: { "200": { description: Tea., ${members} } }\n`;

  test("has its schema, examples and headers where OpenAPI 3.0 has them", async () => {
    const { at, found } = await convert(
      operation(
        answer(
          "schema: { type: object }, examples: { application/json: { a: 1 } }, headers: { X-Left: { type: integer, description: Left., x-example: 3 }, X-All: { type: array, items: { type: string } } }",
        ),
      ),
    );
    expect(found).toEqual([]);
    expect(at("/paths/~1teas/post/responses/200")).toEqual({
      description: "Tea.",
      headers: {
        "X-Left": { description: "Left.", "x-example": 3, schema: { type: "integer" }, example: 3 },
        "X-All": { schema: { type: "array", items: { type: "string" } } },
      },
      content: { "application/json": { schema: { type: "object" }, example: { a: 1 } } },
    });
  });

  test.each([
    [
      "a file is bytes",
      "produces: [image/png]\n",
      "schema: { type: file }",
      { "image/png": { schema: { type: "string", format: "binary" } } },
      [],
    ],
    [
      "a file of which nothing is said",
      "",
      "schema: { type: file }",
      { "*/*": { schema: { type: "string", format: "binary" } } },
      [],
    ],
    [
      "a file that cannot be JSON",
      media,
      "schema: { type: file }",
      { "*/*": { schema: { type: "string", format: "binary" } } },
      ["swagger-media-type"],
    ],
    ["without a schema has no body", media, "x-a: 1", undefined, []],
    [
      "an example says the media type",
      "",
      "schema: { type: string }, examples: { text/plain: a }",
      { "text/plain": { schema: { type: "string" }, example: "a" } },
      [],
    ],
    [
      "nothing says the media type",
      "",
      "schema: { type: string }",
      { "application/json": { schema: { type: "string" } } },
      ["swagger-media-type"],
    ],
    [
      "an example of another media type",
      media,
      "schema: { type: string }, examples: { text/plain: a }",
      { "application/json": { schema: { type: "string" } } },
      ["swagger-media-type"],
    ],
  ])("%s", async (_, root, text, content, codes) => {
    const { at, found } = await convert(operation(answer(text), root));
    expect(at("/paths/~1teas/post/responses/200/content")).toEqual(content);
    expect(found.map((line) => line.split(" ")[1])).toEqual(codes);
  });

  test("of the document stays a reference unless the operation produces something else", async () => {
    const root = `${media}responses: { Tea: { description: Tea., schema: { type: string } } }\n`;
    const text = (produces: string): string =>
      operation(`${produces}      responses: { "200": { $ref: "#/responses/Tea" } }\n`, root);
    const same = await convert(text(""));
    expect(same.at("/paths/~1teas/post/responses/200")).toEqual({ $ref: "#/components/responses/Tea" });
    expect(same.at("/components/responses/Tea/content")).toEqual({
      "application/json": { schema: { type: "string" } },
    });
    const other = await convert(text("      produces: [text/plain]\n"));
    expect(other.at("/paths/~1teas/post/responses/200/content")).toEqual({
      "text/plain": { schema: { type: "string" } },
    });
  });
});

describe("a definition", () => {
  test.each([
    ["{ type: string, x-nullable: true }", { type: "string", "x-nullable": true, nullable: true }],
    ["{ type: [string, 'null'] }", { type: "string", nullable: true }],
    ["{ type: [string, integer] }", { anyOf: [{ type: "string" }, { type: "integer" }] }],
    [
      "{ type: [array, object], items: { type: string } }",
      { anyOf: [{ type: "array", items: { type: "string" } }, { type: "object" }] },
    ],
    ["{ $ref: '#/definitions/Other' }", { $ref: "#/components/schemas/Other" }],
    [
      "{ $ref: '#/definitions/Other', x-nullable: true }",
      { allOf: [{ $ref: "#/components/schemas/Other", "x-nullable": true }], nullable: true },
    ],
    [
      "{ type: array, items: { $ref: '#/definitions/Other' } }",
      { type: "array", items: { $ref: "#/components/schemas/Other" } },
    ],
    [
      "{ type: object, discriminator: kind, required: [kind], properties: { kind: { type: string } } }",
      {
        type: "object",
        discriminator: { propertyName: "kind" },
        required: ["kind"],
        properties: { kind: { type: "string" } },
      },
    ],
    [
      "{ type: object, example: { $ref: '#/definitions/Other' } }",
      { type: "object", example: { $ref: "#/definitions/Other" } },
    ],
    [
      "{ type: string, x-more: { $ref: '#/definitions/Other' } }",
      { type: "string", "x-more": { $ref: "#/definitions/Other" } },
    ],
    ["{ type: string, readOnly: true }", { type: "string", readOnly: true }],
  ])("%s", async (text, expected) => {
    const { at, found } = await convert(`${head}paths: {}\ndefinitions:\n  Tea: ${text}\n  Other: { type: string }\n`);
    expect(found).toEqual([]);
    expect(at("/components/schemas/Tea")).toEqual(expected);
  });

  test("is told apart by its name, or by the value that a generator wrote", async () => {
    const { at } = await convert(`${head}paths: {}
definitions:
  Tea: { type: object, discriminator: kind, properties: { kind: { type: string } } }
  Green: { allOf: [{ $ref: "#/definitions/Tea" }], x-ms-discriminator-value: "#green" }
`);
    expect(at("/components/schemas/Tea/discriminator")).toEqual({
      propertyName: "kind",
      mapping: { "#green": "#/components/schemas/Green" },
    });
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
