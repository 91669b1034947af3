import { describe, expect, test } from "vitest";
import { load } from "../../../test/documents.js";
import { convert, head, media, operation, parameters } from "../../../test/swagger.js";

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
  test("of an operation has its own parameter in the place of that of its path item", async () => {
    const shared = "{ name: a, in: formData, type: string }";
    const text = `${head}${media.replace("application/json", "multipart/form-data")}paths:
  /teas:
    parameters: [${shared}, { name: b, in: formData, type: string }]
    post: { operationId: addTea, parameters: [{ name: a, in: formData, type: integer }], responses: { "201": { description: Made. } } }
`;
    const { at, found } = await convert(text);
    expect(found).toEqual([]);
    expect(at("/paths/~1teas/post/requestBody/content/multipart~1form-data/schema/properties")).toEqual({
      b: { type: "string" },
      a: { type: "integer" },
    });
  });

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
    const described = { schema, encoding: { b: { style: "form", explode: false, "x-collection-format": "csv" } } };
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
