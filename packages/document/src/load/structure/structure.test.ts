import { expect, test } from "vitest";
import { diagnose, find, load } from "../../../test/documents.js";
import type { Json } from "../document.js";
import { valueAt } from "../pointer.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

interface Read {
  /** `code /pointer: message` */
  readonly found: readonly string[];
  /** The value at a pointer of what was loaded. */
  at(pointer: string): Json | undefined;
}

async function read(text: string): Promise<Read> {
  const { document, diagnostics } = await load(text);
  const found = diagnostics.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
  return { found, at: (pointer) => valueAt(document?.json ?? null, pointer) };
}

test.each<[rest: string, key: string, expected: string, value: Json | undefined]>([
  ["servers: { url: / }", "servers", "structure-list ~", [{ url: "/" }]],
  ["servers: [/]", "servers", "structure-invalid ~/0", [{ url: "/" }]],
  ["servers: null", "servers", "structure-null ~", undefined],
  ["servers: {}", "servers", "structure-empty ~", []],
  [
    "servers: [{ url: / }, { url: 3 }, null, 4, {}]",
    "servers",
    "structure-text ~/1/url, structure-null ~/2, server-invalid ~/3, server-invalid ~/4",
    [{ url: "/" }, { url: "3" }],
  ],
  [
    "servers: [{ url: /, variables: { a: { default: 1.0, enum: [1.0, true] } } }]",
    "servers/0/variables/a",
    "structure-text ~/default, structure-text ~/enum/0, structure-text ~/enum/1",
    { default: "1.0", enum: ["1.0", "true"] },
  ],
  [
    "servers: [{ url: /, variables: { a: { enum: [] } } }]",
    "servers/0/variables/a",
    "structure-member-missing ~, structure-invalid ~/enum",
    { default: "", "x-required": true },
  ],
  [
    "tags: [{ description: Users }, users, { name: 2 }]",
    "tags",
    "structure-member-missing ~/0, structure-invalid ~/1, structure-text ~/2/name",
    [{ name: "users" }, { name: "2" }],
  ],
  ["security: { a: [] }", "security", "structure-list ~", [{ a: [] }]],
  ["security: a", "security", "structure-list ~, structure-invalid ~", [{ a: [] }]],
  [
    "security: [{ a: b, c: null, d: {}, e: 3 }]",
    "security/0",
    "structure-list ~/a, structure-null ~/c, structure-empty ~/d, structure-invalid ~/e",
    { a: ["b"], c: [], d: [], e: [] },
  ],
  ["security: [null, 3]", "security", "structure-null ~/0, structure-invalid ~/1", undefined],
  ["security: []", "security", "", []],
  ["externalDocs: {}", "externalDocs", "structure-member-missing ~", undefined],
  ["components: null", "components", "structure-null ~", undefined],
  ["components: []", "components", "structure-empty ~", {}],
  [
    "components: { examples: { a: 3, b: { value: null } } }",
    "components/examples",
    "structure-invalid ~/a",
    { b: { value: null } },
  ],
  [
    "components: { parameters: { a: { in: query }, b: null } }",
    "components/parameters",
    "component-invalid ~/a, component-invalid ~/b",
    {},
  ],
  ["components: { responses: { a: null } }", "components/responses", "response-invalid ~/a", { a: {} }],
])("of %s, %s is read by rule", async (rest, key, expected, value) => {
  const { found, at } = await read(`${head}${rest}\npaths: {}`);
  expect(found.map((line) => line.replace(`/${key}`, "~").replace(/:.*$/, "")).join(", ")).toBe(expected);
  expect(at(`/${key}`)).toEqual(value);
});

test.each<[info: string, expected: string, value: Json]>([
  ["{ title: 1.0, version: 2024-01-01 }", "structure-text /info/title", { title: "1.0", version: "2024-01-01" }],
  ["{ title: A, version: 1.10 }", "structure-text /info/version", { title: "A", version: "1.10" }],
  ["{ title: A, version: True }", "structure-text /info/version", { title: "A", version: "True" }],
  ["{ title: A }", "info-incomplete /info", { title: "A", version: "0.0.0" }],
  ["{ version: 1.0.0 }", "info-incomplete /info", { title: "API", version: "1.0.0" }],
  [
    "{ title: null, version: [] }",
    "info-incomplete /info/title, info-incomplete /info/version",
    { title: "API", version: "0.0.0" },
  ],
  ["null", "info-incomplete /info", { title: "API", version: "0.0.0" }],
  ["text", "info-incomplete /info", { title: "API", version: "0.0.0" }],
  [
    "{ title: A, version: v1, license: { url: / }, contact: null }",
    "structure-member-missing /info/license, structure-null /info/contact",
    { title: "A", version: "v1" },
  ],
])("the info %s is read by rule", async (info, expected, value) => {
  const { found, at } = await read(`openapi: 3.1.0\ninfo: ${info}\npaths: {}`);
  expect(found.map((line) => line.replace(/:.*$/, "")).join(", ")).toBe(expected);
  expect(at("/info")).toEqual(value);
});

test("a number that JSON writes is the text that it writes", async () => {
  const { at } = await read('{ "openapi": "3.1.0", "info": { "title": "A", "version": 1.10 }, "paths": {} }');
  expect(at("/info/version")).toBe("1.10");
});

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

test.each<[dialect: string, schema: string, expected: string, value: Json]>([
  ["3.1", "null", "schema-invalid ~", {}],
  ["3.1", "string", "schema-invalid ~", {}],
  ["3.1", "[a]", "schema-invalid ~", {}],
  ["3.1", "{ properties: [] }", "structure-empty ~/properties", { properties: {} }],
  ["3.1", "{ properties: null, type: object }", "structure-null ~/properties", { type: "object" }],
  ["3.1", "{ properties: [a] }", "schema-keyword-invalid ~/properties", {}],
  [
    "3.1",
    "{ properties: { a: 1, b: null } }",
    "schema-invalid ~/properties/a, schema-invalid ~/properties/b",
    { properties: { a: {}, b: {} } },
  ],
  [
    "3.1",
    "{ items: [{ type: string }, 3] }",
    "schema-items-list ~/items, schema-invalid ~/items/1",
    { prefixItems: [{ type: "string" }, {}] },
  ],
  ["3.0", "{ items: [{ type: string }] }", "schema-items-list ~/items", { items: {} }],
  ["3.0", "{ items: [] }", "schema-invalid ~/items", { items: {} }],
  ["3.1", "{ allOf: {} }", "schema-keyword-invalid ~/allOf", {}],
  ["3.1", "{ allOf: { type: string } }", "structure-list ~/allOf", { allOf: [{ type: "string" }] }],
  ["3.1", "{ oneOf: [null] }", "schema-invalid ~/oneOf/0", { oneOf: [{}] }],
  ["3.1", "{ required: true, title: 3 }", "schema-required-flag ~/required, structure-text ~/title", { title: "3" }],
  ["3.1", "{ required: 'false' }", "schema-required-flag ~/required", {}],
  ["3.1", "{ required: name }", "schema-keyword-invalid ~/required", {}],
  [
    "3.1",
    "{ required: [1, null, a] }",
    "structure-text ~/required/0, structure-null ~/required/1",
    { required: ["1", "a"] },
  ],
  ["3.1", "{ enum: a }", "schema-keyword-invalid ~/enum", {}],
  ["3.1", "{ enum: { a: 1 } }", "schema-keyword-invalid ~/enum", {}],
  [
    "3.1",
    "{ enum: [null, 1], default: null, example: null, const: null }",
    "",
    { enum: [null, 1], default: null, example: null, const: null },
  ],
  [
    "3.1",
    "{ minimum: '1', maximum: ' 2.5 ', maxLength: many }",
    "structure-quoted ~/minimum, structure-quoted ~/maximum, schema-keyword-invalid ~/maxLength",
    { minimum: 1, maximum: 2.5 },
  ],
  ["3.1", "{ pattern: 3, format: null }", "structure-text ~/pattern, structure-null ~/format", { pattern: "3" }],
  ["3.1", "{ nullable: 'true' }", "structure-quoted ~/nullable, schema-keyword-version ~/nullable", { nullable: true }],
  ["3.1", "{ $ref: null, type: string }", "structure-null ~/$ref", { type: "string" }],
  ["3.1", "{ discriminator: kind }", "schema-keyword-invalid ~/discriminator", {}],
  ["3.1", "{ discriminator: { mapping: {} } }", "schema-keyword-invalid ~/discriminator", {}],
  ["3.1", "{ type: file, format: binary }", "schema-type-unknown ~/type", { format: "binary" }],
  ["3.0", "{ type: any, nullable: true }", "schema-type-unknown ~/type", {}],
  ["3.1", "{ type: String }", "structure-invalid ~/type", { type: "string" }],
  ["3.1", "{ type: [string, date] }", "schema-type-unknown ~/type/1", {}],
  ["3.1", "{ type: [string, null] }", "structure-null ~/type/1", { type: ["string", "null"] }],
  ["3.1", "{ type: null }", "structure-null ~/type", {}],
  ["3.1", "{ type: [] }", "schema-type-unknown ~/type", {}],
  [
    "3.1",
    "{ additionalProperties: 'false' }",
    "structure-quoted ~/additionalProperties",
    { additionalProperties: false },
  ],
  ["3.1", "{ not: string, contains: null }", "schema-keyword-invalid ~/not, structure-null ~/contains", {}],
  [
    "3.1",
    "{ enum: [], oneOf: [], anyOf: [], allOf: [] }",
    "schema-keyword-invalid ~/enum, schema-keyword-invalid ~/oneOf, schema-keyword-invalid ~/anyOf, schema-keyword-invalid ~/allOf",
    {},
  ],
  ["3.1", "{ additionalProperties: null }", "structure-null ~/additionalProperties", {}],
  [
    "3.1",
    "{ minimum: 1, exclusiveMinimum: true }",
    "schema-keyword-version ~/exclusiveMinimum",
    { exclusiveMinimum: 1 },
  ],
  ["3.1", "{ minimum: 1, exclusiveMinimum: false }", "schema-keyword-version ~/exclusiveMinimum", { minimum: 1 }],
  [
    "3.1",
    "{ maximum: '1', exclusiveMaximum: 'true' }",
    "structure-quoted ~/maximum, structure-quoted ~/exclusiveMaximum, schema-keyword-version ~/exclusiveMaximum",
    { exclusiveMaximum: 1 },
  ],
  [
    "3.0",
    "{ exclusiveMaximum: 3 }",
    "schema-keyword-version ~/exclusiveMaximum",
    { maximum: 3, exclusiveMaximum: true },
  ],
  ["3.0", "{ minimum: 5, exclusiveMinimum: 3 }", "schema-keyword-version ~/exclusiveMinimum", { minimum: 5 }],
  ["3.0", "{ minimum: 5, exclusiveMinimum: true }", "", { minimum: 5, exclusiveMinimum: true }],
])("in OpenAPI %s, the schema %s is read by rule", async (dialect, schema, expected, value) => {
  const text = `openapi: ${dialect}.0\ninfo: { title: A, version: v1 }\npaths: {}\ncomponents: { schemas: { A: ${schema} } }`;
  const { found, at } = await read(text);
  const lines = found.map((line) => line.replace("/components/schemas/A", "~").replace(/:.*$/, ""));
  expect(lines.join(", ")).toBe(expected);
  expect(at("/components/schemas/A")).toEqual(value);
});

/** What is found in a schema, as `code ~/pointer: message`. */
async function inSchema(schema: string): Promise<readonly string[]> {
  const { found } = await read(`${head}components: { schemas: { A: ${schema} } }`);
  return found.map((line) => line.replace("/components/schemas/A", "~"));
}

test("schemas may be booleans, hold keywords of any vocabulary, and have extensions", async () => {
  expect(
    await inSchema(
      "{ properties: { a: true, b: false }, examples: [1], $vocabulary: {}, x-order: 1, prefixItems: [{}] }",
    ),
  ).toEqual([]);
});

/** The codes of what is found in a schema of a document of 3.0, each with the keyword. */
async function inOldSchema(schema: string): Promise<string[]> {
  const found = await diagnose(
    `openapi: 3.0.3\ninfo: { title: Users, version: 1.0.0 }\npaths: {}\ncomponents: { schemas: { B: {}, A: ${schema} } }`,
  );
  return found.map(({ code, pointer }) => `${code} ${pointer?.replace("/components/schemas/A/", "")}`);
}

const toB = '$ref: "#/components/schemas/B"';

test.each([
  ["{ type: string, nullable: true }", []],
  ["{ nullable: true, enum: [a] }", ["schema-nullable-enum enum"]],
  ["{ nullable: true, enum: [a, null] }", []],
  ["{ nullable: false, enum: [a] }", []],
  [`{ nullable: true, allOf: [{ ${toB} }] }`, []],
  [`{ ${toB}, title: B, summary: B, description: B, deprecated: true, x-order: 1 }`, []],
  [`{ ${toB}, nullable: false, readOnly: false }`, []],
  [`{ ${toB}, nullable: true, enum: [a] }`, ["reference-siblings nullable", "reference-siblings enum"]],
  [`{ ${toB}, additionalProperties: false }`, ["reference-siblings additionalProperties"]],
  [`{ ${toB}, default: 1, type: [string] }`, ["reference-siblings default", "reference-siblings type"]],
])("what stands in the schema %s of 3.0 is reported as %j", async (schema, expected) => {
  expect(await inOldSchema(schema)).toEqual(expected);
});

test("what stands beside the $ref of a schema has a meaning in 3.1", async () => {
  expect(await inSchema("{ $ref: '#/components/schemas/A/$defs/B', default: 1, $defs: { B: {} } }")).toEqual([]);
});

test("a property may be called $ref, and a map of properties may hold one", async () => {
  expect(await inSchema("{ properties: { $ref: { type: string } } }")).toEqual([]);
});

test.each<[scheme: string, expected: string, value: Json | undefined]>([
  ["{ type: apiKey }", "security-scheme-invalid ~, security-scheme-invalid ~", undefined],
  [
    "{ type: apiKey, name: 3, in: Header }",
    "structure-text ~/name, structure-invalid ~/in",
    { type: "apiKey", name: "3", in: "header" },
  ],
  [
    "{ name: null, in: query, type: APIKEY }",
    "security-scheme-invalid ~, structure-null ~/name, structure-invalid ~/type",
    undefined,
  ],
  ["{ type: http }", "security-scheme-invalid ~", undefined],
  ["{ type: toString }", "security-scheme-invalid ~/type", undefined],
  ["null", "security-scheme-invalid ~", undefined],
  ["{ type: mutualTLS }", "", { type: "mutualTLS" }],
  ["{ type: oauth2 }", "structure-member-missing ~", { type: "oauth2", flows: {} }],
  ["{ type: oauth2, flows: [] }", "structure-empty ~/flows", { type: "oauth2", flows: {} }],
  [
    "{ type: oauth2, flows: { implicit: { scopes: null }, password: {} } }",
    "structure-member-missing ~/flows/implicit/scopes, structure-member-missing ~/flows/password",
    { type: "oauth2", flows: { implicit: { scopes: {} }, password: { scopes: {} } } },
  ],
  ["{ type: openIdConnect }", "structure-member-missing ~", { type: "openIdConnect", openIdConnectUrl: "" }],
])("the security scheme %s is read by rule", async (scheme, expected, value) => {
  const { found, at } = await read(
    `${head}components: { securitySchemes: { key: ${scheme}, other: { type: mutualTLS } } }`,
  );
  const lines = found.map((line) => line.replace("/components/securitySchemes/key", "~").replace(/:.*$/, ""));
  expect(lines.join(", ")).toBe(expected);
  expect(at("/components/securitySchemes")).toEqual({
    ...(value !== undefined && { key: value }),
    other: { type: "mutualTLS" },
  });
});

test.each([
  ["sumary", "summary"],
  ["desc", "description"],
  ["operationid", "operationId"],
])("an unknown member %s brings %s to mind", async (written, meant) => {
  const found = await diagnose(`${head}paths: { /a: { get: { ${written}: a, operationId: a, responses: {} } } }`);
  expect(found.map(({ fix }) => fix)).toContain(`Write "${meant}" if that was meant, or remove it.`);
});

test("a fault in a value that aliases repeat is reported once, where it is written, and mended everywhere", async () => {
  const text = `${head}paths: {}\ntags: [&users { description: Users }, *users, *users]`;
  expect(await find(text)).toEqual(["openapi.yaml:4:15 structure-member-missing /tags/0"]);
  expect((await read(text)).at("/tags")).toEqual([]);
});

test("a response whose content names no media type has a body of which nothing is known", async () => {
  const { found, at } = await read(`${head}paths: { /a: { get: { responses: { 200: { content: { json: {} } } } } } }`);
  expect(found).toEqual([]);
  expect(at("/paths/~1a/get/responses/200/content")).toEqual({ json: {}, "*/*": {} });
});

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

test("a file that is no schema is one that allows anything", async () => {
  const files = {
    "openapi.yaml": `${head}paths: {}\ncomponents: { schemas: { A: { $ref: a.yaml } } }\n`,
    "a.yaml": "null # for now\n",
  };
  const { document, diagnostics } = await load(files);
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual(["openapi.yaml reference-kind"]);
  expect(valueAt(document?.json ?? null, "/components/schemas/A")).toEqual({});
});

test("what is mended stands where it is written", async () => {
  const text = `${head}paths:
  /a:
    GET:
      operationId: a
      parameters:
        name: q
        in: query
        schema: {}
      tags:
        -
        - b
      responses: { 200: {} }
`;
  const { document } = await load(text);
  expect(document?.json.paths).toMatchObject({ "/a": { get: { parameters: [{ name: "q" }], tags: ["b"] } } });
  const places = ["/parameters/0/name", "/parameters/0", "/tags/0"].map((pointer) =>
    document?.locate(`/paths/~1a/get${pointer}`),
  );
  expect(places).toMatchObject([
    { line: 8, pointer: "/paths/~1a/GET/parameters/name" },
    { line: 7, pointer: "/paths/~1a/GET/parameters" },
    { line: 13, pointer: "/paths/~1a/GET/tags/1" },
  ]);
});

test("all faults are reported, in the order of the text", async () => {
  const lines = ["tags: 1", "servers: 2", "paths: { /a: 3 }", "components: 4"];
  expect(await find(head + lines.join("\n"))).toEqual([
    "openapi.yaml:3:1 structure-invalid /tags",
    "openapi.yaml:4:1 structure-invalid /servers",
    "openapi.yaml:5:10 path-item-invalid /paths/~1a",
    "openapi.yaml:6:1 structure-invalid /components",
  ]);
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

test("the type of a security scheme, on which its other members depend, is no reference", async () => {
  const text = `components:
  securitySchemes:
    a: { type: mutualTLS }
    b: { type: { $ref: "#/components/securitySchemes/a/type" } }`;
  expect(await find(head + text)).toEqual([
    "openapi.yaml:6:10 security-scheme-invalid /components/securitySchemes/b/type",
  ]);
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
