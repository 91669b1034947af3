import { expect, test } from "vitest";
import { head, read } from "../../../test/read-structure.js";
import type { Json } from "../document.js";

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
