import { join } from "node:path";
import { expect, test } from "vitest";
import { build, diagnose, find, load, writeFiles } from "../../test/documents.js";
import { loadDocument } from "./load.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

/** A whole document without operations. */
const whole = `${head}paths: {}\n`;

test("a document is answered with its dialect and its content", async () => {
  const { document, diagnostics, sources } = await load(`${head}paths: {}\n`);
  expect(diagnostics).toEqual([]);
  expect(document?.dialect).toBe("3.1");
  expect(document?.json).toEqual({ openapi: "3.1.0", info: { title: "Users", version: "1.0.0" }, paths: {} });
  expect([...sources.keys()]).toEqual(["openapi.yaml"]);
});

test("JSON is read as well, with tabs and with the escapes that only JSON has", async () => {
  const text =
    '{\n\t"openapi": "3.0.3",\n\t"info": { "title": "\\u0041\\/\\ud83d\\ude00", "version": "1" },\n\t"paths": {}\n}';
  const { document, diagnostics } = await load(text);
  expect(diagnostics).toEqual([]);
  expect(document?.dialect).toBe("3.0");
  expect(document?.json.info).toEqual({ title: "A/😀", version: "1" });
});

test("a byte order mark and CR LF change neither content nor places", async () => {
  const lines = [
    "\ufeffopenapi: 3.1.0",
    "info: { title: Users, version: 1.0.0 }",
    "paths:",
    "  /users:",
    "    get: {}",
    "",
  ];
  expect(await find(lines.join("\r\n"))).toEqual([
    "openapi.yaml:5:5 responses-missing /paths/~1users/get",
    "openapi.yaml:5:5 operation-id-missing /paths/~1users/get",
  ]);
});

test("dates, versions and words such as yes and no stay text, as YAML 1.2 has it", async () => {
  const values = "x-values: [2020-01-31, 2020-01-31T12:00:00Z, 1.2.3, yes, no, on, 12:30:45, 0777, 1_000]";
  const { document } = await load(`${whole}${values}`);
  const texts = ["2020-01-31", "2020-01-31T12:00:00Z", "1.2.3", "yes", "no", "on", "12:30:45"];
  expect(document?.json["x-values"]).toEqual([...texts, 777, "1_000"]);
});

test("numbers, booleans and null are what the core schema of YAML 1.2 says", async () => {
  const { document } = await load(
    `${whole}x-values: [1, -2.5, 1e3, .5, 0o17, 0xff, true, False, NULL, ~, "1", !!str 1]`,
  );
  expect(document?.json["x-values"]).toEqual([1, -2.5, 1000, 0.5, 15, 255, true, false, null, null, "1", "1"]);
});

test("the keys of a document are text, whatever they look like", async () => {
  const { document } = await load(`${whole}x-keys: { 200: a, 1.10: b, true: c, null: d, "": e }`);
  expect(document?.json["x-keys"]).toEqual({ "200": "a", "1.10": "b", true: "c", null: "d", "": "e" });
});

test("keys that mean something to JavaScript are keys like any other", async () => {
  const { document, diagnostics } = await load(
    `${whole}x-keys: { __proto__: { polluted: true }, constructor: 1, toString: 2 }`,
  );
  expect(diagnostics).toEqual([]);
  const keys = document?.json["x-keys"] as object;
  expect(Object.keys(keys)).toEqual(["__proto__", "constructor", "toString"]);
  expect(Object.getPrototypeOf(keys)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("schemas, parameters and security schemes may be called __proto__ and constructor", async () => {
  const api = await build(`${head}
security: [{ constructor: [] }]
paths:
  /users/{__proto__}:
    get:
      operationId: toString
      parameters: [{ name: __proto__, in: path, required: true, schema: { $ref: "#/components/schemas/__proto__" } }]
      responses: { default: { description: The user. } }
components:
  schemas: { __proto__: { type: string } }
  securitySchemes: { constructor: { type: http, scheme: basic } }
`);
  expect(api.schemaNames).toEqual(["__proto__"]);
  expect(api.operations[0]?.parameters[0]?.schema.component).toBe("__proto__");
  expect(api.operations[0]?.security[0]?.[0]?.scheme.name).toBe("constructor");
});

test("names that objects inherit are no components", async () => {
  const text = `${head}components: { schemas: { User: { $ref: "#/components/schemas/toString" } } }`;
  expect(await find(text)).toEqual(["openapi.yaml:3:34 reference-unresolved /components/schemas/User/$ref"]);
  expect(await find(`${whole}security: [{ valueOf: [] }]`)).toEqual([
    "openapi.yaml:4:14 security-scheme-unknown /security/0/valueOf",
  ]);
});

test("merge keys copy members, and what is written out wins", async () => {
  const { document } = await load(`${whole}x-base: &base { a: 1, b: 2 }
x-more: &more { b: 3, c: 4 }
x-merged: { a: 0, <<: [*base, *more], d: 5 }
x-plain: { "<<": text }`);
  expect(document?.json["x-merged"]).toEqual({ a: 0, d: 5, b: 2, c: 4 });
  expect(document?.json["x-plain"]).toEqual({ "<<": "text" });
});

test("an alias is the value of its anchor", async () => {
  const { document } = await load(`${whole}x-one: &one { a: [1] }\nx-two: *one`);
  expect(document?.json["x-two"]).toEqual({ a: [1] });
});

test("a bomb of aliases is refused at once", async () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? "lol" : `*a${level - 1}`;
    return `x-${level}: &a${level} [${Array(9).fill(inner).join(", ")}]`;
  });
  expect(await find(`${head}${levels.join("\n")}`)).toEqual(["openapi.yaml:9:11 yaml-alias-limit /x-6/0"]);
});

test("aliases inside aliases count as depth", async () => {
  const levels = Array.from(
    { length: 250 },
    (_, level) => `x-${level}: &a${level} [${level === 0 ? "" : `*a${level - 1}`}]`,
  );
  expect((await find(`${head}${levels.join("\n")}`))[0]).toMatch(/yaml-alias-limit \/x-199\/0$/);
});

test("every duplicate key is reported, each where it stands the second time", async () => {
  const info = "info: { title: Users, version: 1.0.0 }";
  expect(await find(`${head}${info}\nx-a: { b: 1, c: 2, b: 3 }\npaths: {}`)).toEqual([
    "openapi.yaml:3:1 yaml-duplicate-key /info",
    "openapi.yaml:4:20 yaml-duplicate-key /x-a/b",
  ]);
  const twice = '{ "openapi": "3.1.0", "openapi": "3.1.0", "info": { "title": "a", "version": "1" }, "paths": {} }';
  expect(await find(twice)).toEqual(["openapi.yaml:1:23 yaml-duplicate-key /openapi"]);
});

test.each([
  ["a tab in the indentation", "info:\n\ttitle: Users", "openapi.yaml:2:1 yaml-syntax"],
  ["an unknown alias", "info: *nothing", "openapi.yaml:1:7 yaml-syntax /info"],
  ["a comma too much in JSON is none", '{ "openapi": "2", }', "openapi.yaml:1:3 openapi-version /openapi"],
  ["a control character", "info: \u0001", "openapi.yaml:1:7 yaml-syntax"],
])("%s has a place", async (_, text, expected) => {
  expect(await find(text)).toEqual([expected]);
});

test.each([
  ["quotes", 'openapi: "3.1.0\ninfo: {}', "2:9"],
  ["brackets", "tags: [a, b\ninfo: {}\n", "2:1"],
])("%s that are not closed have a place, and so has the first line that should stand outside", async (_, text, end) => {
  expect(await find(text)).toEqual(["openapi.yaml:2:1 yaml-indentation", `openapi.yaml:${end} yaml-syntax`]);
});

test("nesting without end is refused and overflows nothing", async () => {
  expect(await find(`${"[".repeat(100_000)}`)).toEqual(["openapi.yaml:1:201 document-too-deep"]);
  expect(await find(`${'{"a":'.repeat(100_000)}`)).toEqual(["openapi.yaml:1:997 document-too-deep"]);
});

test("a file that is missing, or a folder, is unreadable and says why", async () => {
  const folder = await writeFiles({});
  const missing = await loadDocument(join(folder, "openapi.yaml"));
  expect(missing).toMatchObject({
    document: undefined,
    diagnostics: [{ code: "file-unreadable", position: undefined }],
  });
  expect(missing.diagnostics[0]?.message).toBe("There is no such file.");
  expect((await loadDocument(folder)).diagnostics[0]?.message).toBe("This is a folder.");
  expect((await loadDocument("\0")).diagnostics[0]?.code).toBe("file-unreadable");
});

test.each([
  ["swagger: '1.2'", "The document is Swagger 1.2; of Swagger, 2.0 is supported."],
  ["openapi: 4.0.0", "The document is OpenAPI 4.0.0; 3.0 to 3.2 and Swagger 2.0 are supported."],
  ["openapi: 2.0", "The document is OpenAPI 2; 3.0 to 3.2 and Swagger 2.0 are supported."],
  ["openapi: ''", "The document is OpenAPI ; 3.0 to 3.2 and Swagger 2.0 are supported."],
  ["openapi: [3]", "The version of OpenAPI is no text."],
  ["title: Users", 'The document has no "openapi" with the version that it is written in.'],
])("%s is not supported", async (text, message) => {
  const [diagnostic, ...others] = await diagnose(text);
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: "openapi-version", message });
});

test.each([
  ["3.3.0", "3.1", "3.2.0", "openapi-version-unclear"],
  ["3.10.0", "3.1", "3.2.0", "openapi-version-unclear"],
  ["v3.1.0", "3.1", "3.1.1", "openapi-version-unclear"],
  ["'3'", "3.0", "3.0.4", "openapi-version-unclear"],
  ["3", "3.0", "3.0.4", "openapi-version-unclear"],
  ["3.x", "3.0", "3.0.4", "openapi-version-unclear"],
  ["3.0", "3.0", "3.0", "structure-text"],
  ["3.1", "3.1", "3.1", "structure-text"],
])("openapi: %s is read like %s", async (version, dialect, read, code) => {
  const { document, diagnostics } = await load(`openapi: ${version}\ninfo: { title: A, version: 1.0.0 }\npaths: {}\n`);
  expect(diagnostics).toMatchObject([{ code, severity: "warning", position: { line: 1, column: 1 } }]);
  expect(document).toMatchObject({ dialect, json: { openapi: read } });
});

test.each([
  ["3.1.0", "", "paths-missing"],
  ["3.1.0", "paths: 3", "paths-missing"],
  ["3.1.0", "webhooks: {}", undefined],
  ["3.1.0", "components: {}", undefined],
  ["3.0.3", "components: {}", "structure-member-missing"],
])("OpenAPI %s with %j has paths, or says that it lacks them", async (version, rest, code) => {
  const { diagnostics } = await load(`openapi: ${version}\ninfo: { title: A, version: 1.0.0 }\n${rest}`);
  expect(diagnostics.filter(({ pointer }) => pointer === "").map((diagnostic) => diagnostic.code)).toEqual(
    code === undefined ? [] : [code],
  );
});

test.each(["[]", "text", "12", "null", "true", '"openapi: 3.1.0"'])("%s is no document", async (text) => {
  expect(await find(text)).toEqual([expect.stringMatching(/^openapi\.yaml:1:\d (document-not-object|file-empty) ?/)]);
});

test("every node has its place: the key of a member, the beginning of an item", async () => {
  const { document } = await load(`${head}tags:
  - name: Users
  -   name: Groups
paths:
  /users:
    get: { operationId: listUsers,
      responses: {} }
`);
  const at = (pointer: string): string => {
    const location = document?.locate(pointer);
    return `${location?.line}:${location?.column} ${location?.pointer}`;
  };
  expect(at("")).toBe("1:1 ");
  expect(at("/tags/0")).toBe("4:5 /tags/0");
  expect(at("/tags/1/name")).toBe("5:7 /tags/1/name");
  expect(at("/paths/~1users/get/operationId")).toBe("8:12 /paths/~1users/get/operationId");
  expect(at("/paths/~1users/get/responses")).toBe("9:7 /paths/~1users/get/responses");
  expect(at("/paths/~1users/get/responses/200/x")).toBe("9:7 /paths/~1users/get/responses");
});
