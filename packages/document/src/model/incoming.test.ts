import { expect, test } from "vitest";
import { build } from "../../test/documents.js";

const head = "openapi: 3.1.0\ninfo: { title: Exports, version: 1.0.0 }\n";

test("webhooks and callbacks are built as operations are", async () => {
  const api = await build(`${head}paths:
  /exports:
    post:
      operationId: startExport
      responses: { "202": { description: Begun. } }
      callbacks:
        finished: { $ref: "#/components/callbacks/Finished" }
components:
  callbacks:
    Finished:
      "{$request.query.url}":
        post:
          requestBody: { content: { application/json: { schema: { type: object } } } }
          responses: { "204": { description: Noted. } }
webhooks:
  exportDeleted:
    parameters: [{ name: X-Signature, in: header, required: true, schema: { type: string } }]
    post: { operationId: exportDeleted, responses: { "204": { description: Noted. } } }
`);
  const [operation] = api.operations;
  expect(operation?.callbacks).toMatchObject([
    {
      pointer: "/components/callbacks/Finished/{$request.query.url}",
      name: "finished",
      expression: "{$request.query.url}",
      operations: [{ id: undefined, method: "post", requestBody: { content: [{ name: "application/json" }] } }],
    },
  ]);
  expect(api.webhooks).toMatchObject([
    {
      pointer: "/webhooks/exportDeleted",
      name: "exportDeleted",
      operations: [{ id: "exportDeleted", method: "post", parameters: [{ name: "X-Signature" }] }],
    },
  ]);
});

test("a callback of its own operations ends", async () => {
  const api = await build(`${head}paths:
  /a: { post: { operationId: a, responses: { "200": { description: Done. } }, callbacks: { again: { $ref: "#/components/callbacks/Again" } } } }
components:
  callbacks:
    Again:
      "{$request.body#/url}":
        post:
          responses: { "200": { description: Done. } }
          callbacks: { again: { $ref: "#/components/callbacks/Again" } }
`);
  expect(api.operations[0]?.callbacks[0]?.operations[0]?.callbacks).toEqual([]);
});

test("one operation of a webhook that cannot be built costs no other", async () => {
  const api = await build(`${head}paths: {}
webhooks:
  one: { post: { requestBody: { required: true, content: {} }, responses: { "204": { description: Noted. } } } }
  two: { post: { responses: { "204": { description: Noted. } } } }
`);
  expect(api.webhooks.map(({ name, operations }) => [name, operations.length])).toEqual([
    ["one", 0],
    ["two", 1],
  ]);
});
