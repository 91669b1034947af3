import { expect, test } from "vitest";
import { buildOperation, find } from "../../test/documents.js";
import type { Operation } from "./api.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

const document = (members: string, components = "{}"): string =>
  `${head}components: ${components}\npaths:\n  /a:\n    post:\n      operationId: a\n      ${members}\n`;

async function operation(members: string, components?: string): Promise<Operation> {
  return buildOperation(document(members, components));
}

const answers = ", responses: { 200: { description: OK. } }".slice(2);

test("a request body has its media types in the order of the document, as they are written", async () => {
  const { requestBody } = await operation(
    `requestBody: { description: The user., required: true, content: { application/json; charset=UTF-8: { schema: { $ref: "#/components/schemas/User" } }, "text/*": {} } }\n      ${answers}`,
    "{ schemas: { User: { type: object } } }",
  );
  const pointer = "/paths/~1a/post/requestBody";
  expect(requestBody).toEqual({
    pointer,
    description: "The user.",
    required: true,
    content: [
      {
        pointer: `${pointer}/content/application~1json; charset=UTF-8`,
        name: "application/json; charset=UTF-8",
        schema: {
          pointer: `${pointer}/content/application~1json; charset=UTF-8/schema`,
          component: "User",
          json: { $ref: "#/components/schemas/User" },
        },
        encoding: [],
      },
      { pointer: `${pointer}/content/text~1*`, name: "text/*", schema: undefined, encoding: [] },
    ],
  });
});

test("a request body is optional unless the document says otherwise", async () => {
  expect(
    (await operation(`requestBody: { content: { text/plain: {} } }\n      ${answers}`)).requestBody?.required,
  ).toBe(false);
});

test("a form has the encoding of its properties", async () => {
  const encoding =
    "{ photo: { contentType: image/png, headers: { X-Kind: { schema: { type: string } } } }, tags: { style: form, explode: false } }";
  const { requestBody } = await operation(
    `requestBody: { content: { multipart/form-data: { encoding: ${encoding} } } }\n      ${answers}`,
  );
  expect(requestBody?.content[0]?.encoding).toMatchObject([
    {
      property: "photo",
      contentType: "image/png",
      style: undefined,
      explode: undefined,
      headers: [{ name: "X-Kind" }],
    },
    { property: "tags", contentType: undefined, style: "form", explode: false, headers: [] },
  ]);
});

test("a schema is a component only where it is nothing but a reference to one", async () => {
  const body = (schema: string): string => `requestBody: { content: { a/b: { schema: ${schema} } } }\n      ${answers}`;
  const components = "{ schemas: { User: { type: object } } }";
  const component = async (schema: string): Promise<string | undefined> =>
    (await operation(body(schema), components)).requestBody?.content[0]?.schema?.component;
  expect(await component('{ $ref: "#/components/schemas/User" }')).toBe("User");
  expect(await component('{ $ref: "#/components/schemas/User", description: Who. }')).toBe("User");
  expect(await component('{ $ref: "#/components/schemas/User", type: object }')).toBeUndefined();
  expect(await component("{ type: object }")).toBeUndefined();
  expect(await component("true")).toBeUndefined();
});

test("responses have their status, headers and what the document only assumes", async () => {
  const { responses } = await operation(
    'responses: { default: { $ref: "#/components/responses/E" }, 4XX: { description: No. }, 200: { description: OK., x-assumed: It must. } }',
    "{ responses: { E: { description: Failed., headers: { content-type: { schema: {} }, UC-ERROR: { description: Why., required: true, schema: { type: string } } } } } }",
  );
  expect(responses).toMatchObject([
    { status: "200", assumed: "It must.", pointer: "/paths/~1a/post/responses/200" },
    {
      status: "default",
      pointer: "/components/responses/E",
      headers: [{ name: "UC-ERROR", description: "Why.", required: true, schema: { json: { type: "string" } } }],
    },
    { status: "4XX", headers: [], content: [] },
  ]);
});

test.each([
  ["responses: { 4xx: { description: No. } }", "8:20 response-status-spelling /paths/~1a/post/responses/4xx"],
  ["responses: { 99: { description: No. } }", "8:20 response-status-invalid /paths/~1a/post/responses/99"],
  ["responses: { 2000: { description: No. } }", "8:20 response-status-invalid /paths/~1a/post/responses/2000"],
  ["responses: { x-a: 1 }", "6:5 responses-missing /paths/~1a/post"],
  [
    "responses: { 200: { description: OK., content: { json: {} } } }",
    "8:56 media-type-invalid /paths/~1a/post/responses/200/content/json",
  ],
  [
    "responses: { 200: { description: OK., content: { text/event-stream; charset=utf-8: { schema: {} } } } }",
    "8:92 media-type-stream /paths/~1a/post/responses/200/content/text~1event-stream; charset=utf-8/schema",
  ],
  [
    "responses: { 200: { description: OK., headers: { A: {} } } }",
    "8:56 parameter-schema-missing /paths/~1a/post/responses/200/headers/A",
  ],
])("%s is reported", async (members, expected) => {
  expect(await find(document(members))).toEqual([`openapi.yaml:${expected}`]);
});

test.each([
  ["3.0.3", "application/x-www-form-urlencoded", "", "deepObject"],
  ["3.0.3", "multipart/form-data", "", undefined],
  ["3.0.3", "multipart/form-data", ", x-collection-format: pipes", "deepObject"],
  ["3.1.0", "multipart/form-data", "", "deepObject"],
  ["3.1.0", "multipart/mixed", "", undefined],
])(
  "the styles of the parts of a body count where its version says so: %s, %s%s",
  async (version, type, more, style) => {
    const encoding = `{ a: { style: deepObject, explode: true${more} } }`;
    const text = document(
      `requestBody: { content: { ${type}: { schema: { type: object }, encoding: ${encoding} } } }\n      ${answers}`,
    );
    const { requestBody } = await buildOperation(text.replace("3.1.0", version));
    const explode = style === undefined ? undefined : true;
    expect(requestBody?.content[0]?.encoding).toMatchObject([{ property: "a", style, explode }]);
  },
);
