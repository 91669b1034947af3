import { expect, test } from "vitest";
import { build, buildOperation, find } from "../../test/documents.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';
const answers = "responses: { 200: { description: All users. } }";

test("an operation holds what the document says, in its words", async () => {
  const operation = await buildOperation(`${head}paths:
  /users:
    get:
      operationId: listUsers
      summary: List
      description: All of them.
      deprecated: true
      tags: [Users]
      x-idempotent: true
      ${answers}
`);
  expect(operation).toEqual({
    pointer: "/paths/~1users/get",
    id: "listUsers",
    name: "listUsers",
    inputName: undefined,
    resultName: "ListUsersResult",
    pagesName: undefined,
    method: "get",
    path: "/users",
    pathKey: "/users",
    query: undefined,
    summary: "List",
    description: "All of them.",
    deprecated: true,
    tags: ["Users"],
    parameters: [],
    requestBody: undefined,
    responses: [
      {
        pointer: "/paths/~1users/get/responses/200",
        headersName: undefined,
        status: "200",
        description: "All users.",
        headers: [],
        content: [],
        assumed: undefined,
      },
    ],
    security: [],
    callbacks: [],
    servers: [],
    idempotent: true,
    pagination: undefined,
  });
});

test("operations stand in the order of the document", async () => {
  const { operations } = await build(`${head}paths:
  /b: { post: { operationId: b2, ${answers} }, get: { operationId: b1, ${answers} } }
  /a: { get: { operationId: a1, ${answers} } }
  x-note: { get: { operationId: none } }
`);
  expect(operations.map(({ id }) => id)).toEqual(["b2", "b1", "a1"]);
});

test("a document describes itself", async () => {
  const api = await build(`openapi: 3.0.4
info: { title: Users, version: "2", description: Who is who., license: { name: MIT }, x-client-name: UserDirectory }
externalDocs: { url: "https://docs.example" }
tags: [{ name: Users, description: People. }, { name: Groups }]
paths: {}
components: { schemas: { B: { type: object }, A: { type: object } } }
`);
  expect(api).toMatchObject({
    title: "Users",
    version: "2",
    description: "Who is who.",
    license: "MIT",
    clientName: "UserDirectory",
    documentationUrl: "https://docs.example",
    tags: [
      { name: "Users", description: "People." },
      { name: "Groups", description: undefined },
    ],
    schemaNames: ["B", "A"],
  });
});

test.each([
  ["/users/{id", "/users/{id"],
  ["/users/id}", "/users/id}"],
  ["/users/{}", "/users/{}"],
  ["/users/{a?b}", "/users/{a?b}"],
])("the operations of the path %s are left out", async (path) => {
  const found = await find(`${head}paths:\n  "${path}": { get: { operationId: a, ${answers} } }`);
  expect(found).toContainEqual(expect.stringMatching(/^openapi\.yaml:4:3 path-template-invalid /));
});

test("a path may have several parameters in one segment, and the same one twice", async () => {
  const parameters = (...names: string[]): string =>
    names.map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`).join(", ");
  const at = (path: string, ...names: string[]): string =>
    `${head}paths:\n  "${path}": { get: { operationId: a, parameters: [${parameters(...names)}], ${answers} } }`;
  expect(await find(at("/{owner}/{repo}.{format}", "owner", "repo", "format"))).toEqual([]);
  expect(await find(at("/{id}/{id}", "id"))).toEqual(["openapi.yaml:4:3 path-parameter-twice /paths/~1{id}~1{id}"]);
});

test("servers of the operation win over those of the path item", async () => {
  const server = (url: string): string => `servers: [{ url: "${url}" }]`;
  const get = (more: string): string => `get: { operationId: a, ${answers}${more} }`;
  const item = `${head}paths:\n  /a:\n    ${server("/item")}\n    `;
  expect((await buildOperation(item + get(""))).servers).toMatchObject([{ url: "/item" }]);
  expect((await buildOperation(item + get(`, ${server("/own")}`))).servers).toMatchObject([{ url: "/own" }]);
});

test("server variables have defaults, values and whether a caller has to give one", async () => {
  const api = await build(`${head}servers:
  - url: https://{tenant}.example/{version}
    description: Production.
    variables:
      tenant: { default: acme, x-required: true, description: Your name. }
      version: { default: v1, enum: [v1, v2] }
paths: {}
`);
  expect(api.servers).toEqual([
    {
      url: "https://{tenant}.example/{version}",
      description: "Production.",
      variables: [
        { name: "tenant", default: "acme", enum: undefined, description: "Your name.", required: true },
        { name: "version", default: "v1", enum: ["v1", "v2"], description: undefined, required: false },
      ],
    },
  ]);
});

test.each([
  ["x-idempotent: 1", "extension-invalid /paths/~1a/get/x-idempotent"],
  ["x-pagination: page", "pagination-invalid /paths/~1a/get/x-pagination"],
])("the extension %s is refused", async (extension, expected) => {
  const [found] = await find(`${head}paths: { /a: { get: { operationId: a, ${answers}, ${extension} } } }`);
  expect(found).toContain(expected);
});
