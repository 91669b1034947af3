import { expect, test } from "vitest";
import { find } from "../../../test/documents.js";
import { head, read } from "../../../test/read-structure.js";

test("an operation is left out for a parameter that an alias brings, too", async () => {
  const text = `${head}paths: { /a: { get: { parameters: [&p { in: query }] }, put: { parameters: [*p] }, post: {} } }`;
  const { found, at } = await read(text);
  expect(found.map((line) => line.replace(/:.*$/, ""))).toEqual([
    "operation-invalid /paths/~1a/get/parameters/0",
    "operation-invalid /paths/~1a/put/parameters/0",
  ]);
  expect(at("/paths/~1a")).toEqual({ post: {} });
});

test("a fault of a component is reported once, however often it is used", async () => {
  const get = (id: string): string =>
    `{ operationId: ${id}, responses: { 200: { $ref: "#/components/responses/R" } } }`;
  const text = `paths: { /a: { get: ${get("a")} }, /b: { get: ${get("b")} } }\ncomponents: { responses: { R: { content: [] } } }`;
  expect(await find(head + text)).toEqual(["openapi.yaml:4:33 structure-empty /components/responses/R/content"]);
});

test("what refers to a component that cannot be used is left out where it cannot do without it", async () => {
  const { found, at } = await read(`${head}paths:
  /a:
    get: { parameters: [{ $ref: "#/components/parameters/Q" }] }
    put: { requestBody: { $ref: "#/components/requestBodies/B" } }
    post: { responses: { 200: { headers: { A: { $ref: "#/components/headers/H" } } } } }
components:
  parameters: { P: { in: query }, Q: { $ref: "#/components/parameters/P" } }
  requestBodies: { B: 3 }
  headers: { H: 3 }`);
  expect(found.filter((line) => line.includes(" /paths"))).toEqual([
    'operation-invalid /paths/~1a/get/parameters/0: The operation GET /a is left out: its parameter 1 refers to "#/components/parameters/Q", and in the end it has no "name".',
    'operation-invalid /paths/~1a/put/requestBody: The operation PUT /a is left out: its request body refers to "#/components/requestBodies/B", and it has to be an object, but is the number 3.',
    'structure-invalid /paths/~1a/post/responses/200/headers/A: "A" refers to "#/components/headers/H", and it has to be an object, but is the number 3; it is ignored.',
  ]);
  expect(at("/paths/~1a")).toEqual({ post: { responses: { 200: { headers: {} } } } });
});

test("what is met as two kinds of things is mended as each of them", async () => {
  const { found, at } = await read(`${head}paths:
  /a: { get: { parameters: [&p { name: a, in: query, required: true }] } }
components: { schemas: { A: *p, B: { $ref: "#/servers" } } }
servers: [{ url: / }]`);
  expect(found.map((line) => line.replace(/:.*$/, ""))).toEqual([
    "schema-required-flag /components/schemas/A/required",
    "reference-kind /components/schemas/B/$ref",
  ]);
  expect(at("/paths/~1a/get/parameters/0")).toEqual({ name: "a", in: "query", required: true });
  expect(at("/components/schemas")).toMatchObject({ A: { name: "a", in: "query" } });
  expect(at("/servers")).toEqual([{ url: "/" }]);
});

test("what a reference leads to is held against every shape that is needed where it stands", async () => {
  const text = `paths: { /a: { parameters: [{ $ref: "#/components/parameters/p" }] } }
components:
  parameters: { p: { name: p, in: query, schema: {} } }
  securitySchemes: { s: { type: http, scheme: { $ref: "#/paths/~1a/parameters/0" } } }`;
  const { found, at } = await read(head + text);
  expect(found).toEqual([
    'reference-kind /components/securitySchemes/s/scheme/$ref: The reference "#/paths/~1a/parameters/0" leads to a Parameter object, but text is needed here; it is left out.',
  ]);
  expect(at("/components/securitySchemes")).toEqual({});
});

test("before OpenAPI 3.2, content may be a reference to media types by their names", async () => {
  const { found, at } = await read(`${head}paths:
  /teas: { get: { responses: { "200": { description: A., content: { $ref: "#/components/mediaTypes/teas" } } } } }
components: { mediaTypes: { teas: { application/json: { schema: { type: string } } } } }`);
  expect(found).toEqual([
    'structure-member-unknown /components/mediaTypes: "mediaTypes" is a member of the Components object since OpenAPI 3.2 alone; in 3.1 it is nothing but what references lead to.',
  ]);
  expect(at("/paths/~1teas/get/responses/200/content")).toEqual({ "application/json": { schema: { type: "string" } } });
});

test("chains of components that cannot be used take linear time", async () => {
  const length = 3000;
  const chain = Array.from(
    { length },
    (_, index) => `    P${index}: { $ref: "#/components/parameters/P${index + 1}" }`,
  );
  const text = `${head}paths: { /a: { get: { parameters: [{ $ref: "#/components/parameters/P0" }] } } }\ncomponents:\n  parameters:\n${chain.join("\n")}\n    P${length}: { in: query }\n`;
  expect((await find(text)).length).toBe(length + 2);
});
