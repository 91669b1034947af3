import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeFiles } from "../../test/documents.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json } from "../load/document.js";
import { loadDocument } from "../load/load.js";
import { child, splitPointer, valueAt } from "../load/pointer.js";
import { buildModel } from "./build.js";

const rich: Json = {
  openapi: "3.1.0",
  info: { title: "Users", version: "1", "x-client-name": "Users", license: { name: "MIT" } },
  servers: [
    { url: "https://{region}.example", variables: { region: { default: "eu", enum: ["eu"], "x-required": true } } },
  ],
  security: [{ key: [], login: ["read"] }, {}],
  tags: [{ name: "Users", externalDocs: { url: "https://docs.example" } }],
  paths: {
    "/users/{id}": {
      parameters: [{ $ref: "#/components/parameters/id" }],
      get: {
        operationId: "getUser",
        tags: ["Users"],
        parameters: [{ name: "page", in: "query", explode: false, schema: { type: "integer" } }],
        responses: {
          200: { $ref: "#/components/responses/Page" },
          "4XX": { description: "No.", "x-assumed": "Guess." },
        },
        "x-pagination": { style: "page", page: "page", items: "rows", total: "total" },
        callbacks: { done: { "{$url}": { post: { responses: {} } } } },
      },
      post: {
        operationId: "setUser",
        "x-idempotent": true,
        requestBody: { $ref: "#/components/requestBodies/Form" },
        responses: { default: { description: "Done.", headers: { "X-Rest": { schema: { type: "integer" } } } } },
        security: [],
      },
    },
  },
  components: {
    parameters: { id: { name: "id", in: "path", required: true, content: { "application/json": { schema: true } } } },
    requestBodies: {
      Form: {
        content: {
          "multipart/form-data": {
            schema: { $ref: "#/components/schemas/User" },
            encoding: { photo: { contentType: "image/png", headers: { "X-A": { schema: {} } } } },
          },
        },
      },
    },
    responses: {
      Page: {
        description: "Page.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Page" } } },
      },
    },
    schemas: {
      Page: {
        allOf: [
          { properties: { rows: { type: "array", items: { $ref: "#/components/schemas/User" } } } },
          { properties: { total: {} } },
        ],
      },
      User: {
        type: ["object", "null"],
        required: ["id"],
        properties: {
          id: { type: "string", enum: ["a"] },
          friends: { type: "array", items: { $ref: "#/components/schemas/User" } },
        },
        additionalProperties: { oneOf: [{ $ref: "#/components/schemas/Page" }] },
        discriminator: { propertyName: "id", mapping: { a: "User", b: "#/components/schemas/Page" } },
      },
    },
    securitySchemes: {
      key: { type: "apiKey", name: "X-Key", in: "header", "x-value-prefix": "Key " },
      login: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://a.example", scopes: { read: "Read." } } },
      },
    },
  },
};

const specs = join(import.meta.dirname, "../../../../specs");
const providers = (await readdir(specs, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const real = await Promise.all(
  providers.map(async (name) => (await loadDocument(join(specs, name, "openapi.yaml"))).document?.json as Json),
);
const documents = [rich, ...real];

function pointersOf(value: Json, pointer = ""): string[] {
  const inner = value !== null && typeof value === "object" ? Object.entries(value as object) : [];
  return [pointer, ...inner.flatMap(([key, entry]) => pointersOf(entry as Json, child(pointer, key)))];
}

function replaceAt(root: Json, pointer: string, value: Json): Json {
  const copy = structuredClone(root) as { [key: string]: Json };
  const keys = splitPointer(pointer);
  const last = keys.pop();
  if (last === undefined) return value;
  let parent = copy;
  for (const key of keys) parent = parent[key] as { [key: string]: Json };
  parent[last] = value;
  return copy;
}

/** Values that are more likely to do harm than any JSON: other parts of OpenAPI, and words that it uses. */
const words = [
  "",
  "a",
  "$ref",
  "get",
  "path",
  "string",
  "__proto__",
  "application/json",
  "#/components/schemas/User",
  "#",
  "#/",
  "4XX",
];
const members = fc.dictionary(
  fc.constantFrom(...words, "type", "schema", "content", "properties", "allOf", "items", "x-a"),
  fc.jsonValue(),
);
const reference = fc
  .constantFrom(...words, ...pointersOf(rich).map((pointer) => `#${pointer}`))
  .map(($ref) => ({ $ref }));
const part = fc.constantFrom(...pointersOf(rich)).map((pointer) => valueAt(rich, pointer) as Json);
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<Json>(null, ...words),
  members,
  reference,
  part,
) as fc.Arbitrary<Json>;

const places = documents.flatMap((document) => pointersOf(document).map((pointer) => ({ document, pointer })));

test("the documents that are changed here are valid", async () => {
  for (const document of documents) {
    const file = join(await writeFiles({ "openapi.json": JSON.stringify(document) }), "openapi.json");
    const loaded = await loadDocument(file);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.document && buildModel(loaded.document).api).toBeDefined();
  }
});

test("whatever is put anywhere into a document, it is built or its faults have a place", {
  timeout: 120_000,
}, async () => {
  const folder = await writeFiles({});
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), anything, async ({ document, pointer: changedAt }, value) => {
      const changed = replaceAt(document, changedAt, value);
      for (const { pointer } of await check(folder, JSON.stringify(changed, null, 1))) {
        expect(pointer).toBeDefined();
        expect(valueAt(changed, pointer ?? "")).toBeDefined();
      }
    }),
    { numRuns: 400 },
  );
});

test("whatever text a file holds, it is built or its faults have a place", { timeout: 120_000 }, async () => {
  const folder = await writeFiles({});
  const text = await readFile(join(specs, providers[0] ?? "", "openapi.yaml"), "utf8");
  const slice = fc.tuple(fc.nat(text.length), fc.nat(200), fc.string({ unit: "binary", maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(slice, async ([start, length, inserted]) => {
      await check(folder, text.slice(0, start) + inserted + text.slice(start + length));
    }),
    { numRuns: 100 },
  );
});

/** Loads and builds a text. Answers what was found, each of which has a place in it. */
async function check(folder: string, text: string): Promise<readonly Diagnostic[]> {
  const file = join(folder, "openapi.yaml");
  await writeFile(file, text);
  const { document, diagnostics } = await loadDocument(file);
  const built = document && buildModel(document);
  const all = [...diagnostics, ...(built?.diagnostics ?? [])];
  const lines = text.split(/\r\n|\r|\n/);
  for (const { position, message, fix } of all) {
    const line = lines[(position?.line ?? 0) - 1];
    expect(line).toBeDefined();
    expect(position?.column).toBeLessThanOrEqual((line ?? "").length + 1);
    expect(`${message} ${fix}`).not.toMatch(/\bundefined\b|\[object|\bNaN\b/);
  }
  expect(built?.api === undefined).toBe(all.some(({ severity }) => severity === "error"));
  return all;
}
