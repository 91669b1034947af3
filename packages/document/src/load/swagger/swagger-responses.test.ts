import { describe, expect, test } from "vitest";
import { convert, head, media, operation } from "../../../test/swagger.js";

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
