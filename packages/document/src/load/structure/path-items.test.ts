import { expect, test } from "vitest";
import { load } from "../../../test/documents.js";
import { head, read } from "../../../test/read-structure.js";
import type { Json } from "../document.js";
import { valueAt } from "../pointer.js";

test.each<[item: string, expected: string, value: Json | undefined]>([
  ["null", 'structure-null ~: "/a" has to be an object, but is null; it is read as if it were not there.', undefined],
  ["[]", 'structure-empty ~: "/a" has to be an object, but is an array; it is read as an empty object.', {}],
  ["[get]", "path-item-invalid ~: The path /a is left out: it has to be an object, but is an array.", undefined],
  ["3", "path-item-invalid ~: The path /a is left out: it has to be an object, but is the number 3.", undefined],
  [
    "{ get: null }",
    'structure-null ~/get: "get" has to be an object, but is null; it is read as if it were not there.',
    {},
  ],
  [
    "{ get: list }",
    'operation-invalid ~/get: The operation GET /a is left out: it has to be an object, but is the text "list".',
    {},
  ],
  [
    "{ parameters: [{ name: a }], get: {} }",
    'path-item-invalid ~/parameters/0: The path /a is left out: its parameter 1 has no "in".',
    undefined,
  ],
  [
    "{ GET: { summary: A } }",
    'structure-invalid ~/GET: "GET" is a method in capitals; it is read as "get".',
    { get: { summary: "A" } },
  ],
  [
    "{ query: { responses: {} } }",
    'method-unsupported ~/query: The operation QUERY /a is left out: "query" is no method that OpenAPI 3.1 has.',
    {},
  ],
  [
    "{ additionalOperations: { COPY: { responses: {} } } }",
    'method-unsupported ~/additionalOperations/COPY: The operation COPY /a is left out: "COPY" is no method that OpenAPI 3.1 has.',
    { additionalOperations: {} },
  ],
  [
    "{ link: here }",
    'structure-member-unknown ~/link: "link" is no member of the Path Item object; nothing is done with it.',
    { link: "here" },
  ],
])("the path item %s is read by rule", async (item, expected, value) => {
  const { found, at } = await read(`${head}paths: { /a: ${item} }`);
  expect(found.map((line) => line.replace("/paths/~1a", "~"))).toEqual([expected]);
  expect(at("/paths/~1a")).toEqual(value);
});

test("the operations of a path item in another file are called by their path", async () => {
  const files = {
    "openapi.yaml": `${head}paths: { /users: { $ref: users.yaml } }\n`,
    "users.yaml": "get: { parameters: [{ name: a }] }\nput: { operationId: put, responses: { 200: {} } }\n",
  };
  const { document, diagnostics } = await load(files);
  expect(diagnostics.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'users.yaml The operation GET /users is left out: its parameter 1 has no "in".',
  ]);
  expect(valueAt(document?.json ?? null, "/paths/~1users")).toEqual({
    put: { operationId: "put", responses: { 200: {} } },
  });
});
