import { expect, test } from "vitest";
import { diagnose } from "../../../test/documents.js";
import { head, read } from "../../../test/read-structure.js";
import type { Json } from "../document.js";

test.each<[members: string, expected: string, value: Json]>([
  ["operationId: 123", "structure-text ~/operationId", { operationId: "123" }],
  ["tags: Users, summary: null", "structure-list ~/tags, structure-null ~/summary", { tags: ["Users"] }],
  [
    "tags: [1.0, null, [a]]",
    "structure-text ~/tags/0, structure-null ~/tags/1, structure-invalid ~/tags/2",
    { tags: ["1.0"] },
  ],
  ["deprecated: yes", "structure-quoted ~/deprecated", { deprecated: true }],
  ["deprecated: 'False'", "structure-quoted ~/deprecated", { deprecated: false }],
  ["deprecated: maybe", "structure-invalid ~/deprecated", {}],
  ["parameters: null", "structure-null ~/parameters", {}],
  ["parameters: {}", "structure-empty ~/parameters", { parameters: [] }],
  [
    "parameters: { name: a, in: Query, required: 'true' }",
    "structure-list ~/parameters, structure-invalid ~/parameters/in, structure-quoted ~/parameters/required",
    { parameters: [{ name: "a", in: "query", required: true }] },
  ],
  [
    "parameters: [null, { name: 1, in: query }]",
    "structure-null ~/parameters/0, structure-text ~/parameters/1/name",
    { parameters: [{ name: "1", in: "query" }] },
  ],
  ["requestBody: null, callbacks: []", "structure-null ~/requestBody, structure-empty ~/callbacks", { callbacks: {} }],
  [
    "requestBody: { required: 'no', content: { a/b: null } }",
    "structure-quoted ~/requestBody/required, structure-null ~/requestBody/content/a~1b",
    { requestBody: { required: false, content: { "a/b": {} } } },
  ],
  ["responses: []", "structure-empty ~/responses", { responses: {} }],
  [
    "responses: { 200: OK, 201: null, 202: [1], 203: [] }",
    "response-invalid ~/responses/200, response-invalid ~/responses/201, response-invalid ~/responses/202, structure-empty ~/responses/203",
    { responses: { 200: { description: "OK" }, 201: {}, 202: { content: { "*/*": {} } }, 203: {} } },
  ],
  [
    "responses: { 200: { description: 3, headers: [], content: [], links: 1 } }",
    "structure-text ~/responses/200/description, structure-empty ~/responses/200/headers, structure-empty ~/responses/200/content, structure-invalid ~/responses/200/links",
    { responses: { 200: { description: "3", headers: {}, content: {} } } },
  ],
  [
    "responses: { 200: { content: { a/b: { schema: [], example: null, examples: [1] } } } }",
    "schema-invalid ~/responses/200/content/a~1b/schema, structure-invalid ~/responses/200/content/a~1b/examples",
    { responses: { 200: { content: { "a/b": { schema: {}, example: null } } } } },
  ],
  ["security: [{ a: null }], servers: []", "structure-null ~/security/0/a", { security: [{ a: [] }], servers: [] }],
  ["parameter: []", "structure-member-unknown ~/parameter", { parameter: [] }],
])("an operation with %s is read by rule", async (members, expected, value) => {
  const { found, at } = await read(`${head}paths: { /a: { get: { ${members} } } }`);
  expect(found.map((line) => line.replace("/paths/~1a/get", "~").replace(/:.*$/, "")).join(", ")).toBe(expected);
  expect(at("/paths/~1a/get")).toEqual(value);
});

test.each([
  ["parameters: [{ in: query }]", '/parameters/0: ~ its parameter 1 has no "name".'],
  ["parameters: [{ name: a, in: query }, { name: b }]", '/parameters/1: ~ its parameter 2 has no "in".'],
  [
    "parameters: [{ name: null, in: query }]",
    '/parameters/0/name: ~ the "name" of its parameter 1 has to be text, but is null.',
  ],
  [
    "parameters: [{ name: a, in: body }]",
    '/parameters/0/in: ~ the "in" of its parameter 1 has to be one of "path", "query", "header", "cookie", "querystring", but is the text "body".',
  ],
  ["parameters: [limit]", '/parameters/0: ~ its parameter 1 has to be an object, but is the text "limit".'],
  ["parameters: limit", '/parameters: ~ its "parameters" has to be an array, but is the text "limit".'],
  ["requestBody: User", '/requestBody: ~ its request body has to be an object, but is the text "User".'],
  [
    "requestBody: { content: 3 }",
    '/requestBody/content: ~ the "content" of its request body has to be an object, but is the number 3.',
  ],
  ["responses: [{ description: OK }]", '/responses: ~ its "responses" has to be an object, but is an array.'],
])("an operation with %s is left out, and the others stay", async (members, expected) => {
  const { found, at } = await read(`${head}paths: { /a: { post: { ${members} }, get: {} }, /b: { post: {} } }`);
  const [pointer, message] = expected.split(": ~");
  expect(found).toEqual([`operation-invalid /paths/~1a/post${pointer}: The operation POST /a is left out:${message}`]);
  expect(at("/paths")).toEqual({ "/a": { get: {} }, "/b": { post: {} } });
});

test.each([
  ["sumary", "summary"],
  ["desc", "description"],
  ["operationid", "operationId"],
])("an unknown member %s brings %s to mind", async (written, meant) => {
  const found = await diagnose(`${head}paths: { /a: { get: { ${written}: a, operationId: a, responses: {} } } }`);
  expect(found.map(({ fix }) => fix)).toContain(`Write "${meant}" if that was meant, or remove it.`);
});

test("a response whose content names no media type has a body of which nothing is known", async () => {
  const { found, at } = await read(`${head}paths: { /a: { get: { responses: { 200: { content: { json: {} } } } } } }`);
  expect(found).toEqual([]);
  expect(at("/paths/~1a/get/responses/200/content")).toEqual({ json: {}, "*/*": {} });
});
