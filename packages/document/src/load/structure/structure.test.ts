import { expect, test } from "vitest";
import { diagnose, find } from "../../../test/documents.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

/** What is found in the paths of a document, as `code /pointer: message`. */
async function inDocument(rest: string): Promise<string[]> {
  const found = await diagnose(head + rest);
  return found.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
}

test.each([
  ["paths: null", 'structure-invalid /paths: "paths" has to be an object, but is null.'],
  ["paths: []", 'structure-invalid /paths: "paths" has to be an object, but is an array.'],
  ["paths: { /a: 1 }", 'structure-invalid /paths/~1a: "/a" has to be an object, but is the number 1.'],
  ["paths: { /a: { get: true } }", 'structure-invalid /paths/~1a/get: "get" has to be an object, but is true.'],
  ["servers: { url: / }", 'structure-invalid /servers: "servers" has to be an array, but is an object.'],
  ["servers: [/]", 'structure-invalid /servers/0: "0" in "servers" has to be an object, but is the text "/".'],
  ["tags: [{ description: Users }]", 'structure-member-missing /tags/0: The Tag object "0" in "tags" has no "name".'],
  ["security: { a: [] }", 'structure-invalid /security: "security" has to be an array, but is an object.'],
  ["security: [{ a: b }]", 'structure-invalid /security/0/a: "a" has to be an array, but is the text "b".'],
])("%s is refused", async (rest, expected) => {
  expect(await inDocument(rest)).toEqual([expected]);
});

/** What is found in one operation. */
async function inOperation(members: string): Promise<string[]> {
  const found = await inDocument(`paths: { /a: { get: { operationId: a, ${members} } } }`);
  return found.map((line) => line.replace("/paths/~1a/get", "~"));
}

test.each([
  ["responses: []", 'structure-invalid ~/responses: "responses" has to be an object, but is an array.'],
  [
    "responses: { 200: OK }",
    'structure-invalid ~/responses/200: "200" in "responses" has to be an object, but is the text "OK".',
  ],
  [
    "parameters: [{ in: query }]",
    'structure-member-missing ~/parameters/0: The Parameter object "0" in "parameters" has no "name".',
  ],
  [
    "parameters: [{ name: a, in: body }]",
    'structure-invalid ~/parameters/0/in: "in" has to be one of "path", "query", "header", "cookie", but is the text "body".',
  ],
  ["parameters: [null]", 'structure-invalid ~/parameters/0: "0" in "parameters" has to be an object, but is null.'],
  [
    "requestBody: {}",
    'structure-member-missing ~/requestBody: The Request Body object "requestBody" has no "content".',
  ],
  ["tags: Users", 'structure-invalid ~/tags: "tags" has to be an array, but is the text "Users".'],
  ["deprecated: yes", 'structure-invalid ~/deprecated: "deprecated" has to be true or false, but is the text "yes".'],
  [
    "parameter: []",
    'structure-member-unknown ~/parameter: "parameter" is no member of the Operation object; nothing is done with it.',
  ],
])("an operation with %s is refused", async (members, expected) => {
  expect((await inOperation(members)).filter((line) => !line.startsWith("responses-missing"))).toEqual([expected]);
});

/** What is found in one schema. */
async function inSchema(schema: string): Promise<string[]> {
  const found = await inDocument(`components: { schemas: { A: ${schema} } }`);
  return found.map((line) => line.replace("/components/schemas/A", "~"));
}

test.each([
  ["null", 'structure-invalid ~: "A" has to be a schema, but is null.'],
  ["text", 'structure-invalid ~: "A" has to be a schema, but is the text "text".'],
  ["{ properties: [] }", 'structure-invalid ~/properties: "properties" has to be an object, but is an array.'],
  ["{ properties: { a: 1 } }", 'structure-invalid ~/properties/a: "a" has to be a schema, but is the number 1.'],
  ["{ items: [{}] }", 'structure-invalid ~/items: "items" has to be a schema, but is an array.'],
  ["{ allOf: {} }", 'structure-invalid ~/allOf: "allOf" has to be an array, but is an object.'],
  ["{ required: true }", 'structure-invalid ~/required: "required" has to be an array, but is true.'],
  ["{ enum: { a: 1 } }", 'structure-invalid ~/enum: "enum" has to be an array, but is an object.'],
  ["{ minimum: '1' }", 'structure-invalid ~/minimum: "minimum" has to be a number, but is the text "1".'],
  ["{ $ref: 1 }", 'structure-invalid ~/$ref: "$ref" has to be text, but is the number 1.'],
  [
    "{ discriminator: kind }",
    'structure-invalid ~/discriminator: "discriminator" has to be an object, but is the text "kind".',
  ],
  [
    "{ type: [string, date] }",
    expect.stringMatching(/^structure-invalid ~\/type\/1: "1" in "type" has to be one of "array", /),
  ],
  [
    "{ type: file }",
    expect.stringMatching(
      /^structure-invalid ~\/type: "type" has to be one of .* or an array, but is the text "file"\.$/,
    ),
  ],
])("the schema %s is refused", async (schema, expected) => {
  expect(await inSchema(schema)).toEqual([expected]);
});

test("schemas may be booleans, hold keywords of any vocabulary, and have extensions", async () => {
  expect(
    await inSchema(
      "{ properties: { a: true, b: false }, examples: [1], $vocabulary: {}, x-order: 1, prefixItems: [{}] }",
    ),
  ).toEqual([]);
});

test("a property may be called $ref, and a map of properties may hold one", async () => {
  expect(await inSchema("{ properties: { $ref: { type: string } } }")).toEqual([]);
});

test.each([
  ["apiKey", ["name", "in"]],
  ["http", ["scheme"]],
  ["oauth2", ["flows"]],
  ["openIdConnect", ["openIdConnectUrl"]],
  ["mutualTLS", []],
])("a security scheme of the type %s needs %s", async (type, members) => {
  const found = await inDocument(`components: { securitySchemes: { key: { type: ${type} } } }`);
  expect(found).toEqual(
    members.map(
      (name) =>
        `structure-member-missing /components/securitySchemes/key: The Security Scheme object "key" has no "${name}".`,
    ),
  );
});

test.each([
  ["sumary", "summary"],
  ["desc", "description"],
  ["operationid", "operationId"],
])("an unknown member %s brings %s to mind", async (written, meant) => {
  const found = await diagnose(`${head}paths: { /a: { get: { ${written}: a, operationId: a, responses: {} } } }`);
  expect(found.map(({ fix }) => fix)).toContain(`Write "${meant}" if that was meant, or remove it.`);
});

test("a fault in a value that aliases repeat is reported once, where it is written", async () => {
  const text = "tags: [&users { description: Users }, *users, *users]";
  expect(await find(head + text)).toEqual(["openapi.yaml:3:15 structure-member-missing /tags/0"]);
});

test("a fault of a component is reported once, however often it is used", async () => {
  const get = (id: string): string =>
    `{ operationId: ${id}, responses: { 200: { $ref: "#/components/responses/R" } } }`;
  const text = `paths: { /a: { get: ${get("a")} }, /b: { get: ${get("b")} } }\ncomponents: { responses: { R: { content: [] } } }`;
  expect(await find(head + text)).toEqual(["openapi.yaml:4:33 structure-invalid /components/responses/R/content"]);
});

test("all faults are reported, in the order of the text", async () => {
  const lines = ["tags: 1", "servers: 2", "paths: 3", "components: 4"];
  expect(await find(head + lines.join("\n"))).toEqual([
    "openapi.yaml:3:1 structure-invalid /tags",
    "openapi.yaml:4:1 structure-invalid /servers",
    "openapi.yaml:5:1 structure-invalid /paths",
    "openapi.yaml:6:1 structure-invalid /components",
  ]);
});

test("what a reference leads to is held against every shape that is needed where it stands", async () => {
  const text = `paths: { /a: { parameters: [{ $ref: "#/components/parameters/p" }] } }
components:
  parameters: { p: { name: p, in: query, schema: {} } }
  securitySchemes: { s: { type: http, scheme: { $ref: "#/paths/~1a/parameters/0" } } }`;
  expect(await find(head + text)).toEqual([
    expect.stringMatching(/ reference-kind \/components\/securitySchemes\/s\/scheme\/\$ref$/),
  ]);
});

test("a type that is called like what every object inherits is no type", async () => {
  expect(await find(`${head}components: { securitySchemes: { s: { type: toString } } }`)).toEqual([
    "openapi.yaml:3:39 structure-invalid /components/securitySchemes/s/type",
  ]);
});

test("the type of a security scheme, on which its other members depend, is no reference", async () => {
  const text = `components:
  securitySchemes:
    a: { type: mutualTLS }
    b: { type: { $ref: "#/components/securitySchemes/a/type" } }`;
  expect(await find(head + text)).toEqual(["openapi.yaml:6:10 structure-invalid /components/securitySchemes/b/type"]);
});
