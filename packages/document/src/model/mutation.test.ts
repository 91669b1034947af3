import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeFiles } from "../../test/documents.js";
import { pointersOf, replaceAt, rich } from "../../test/rich-document.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json } from "../load/document.js";
import { loadDocument } from "../load/load.js";
import { valueAt } from "../load/pointer.js";
import { buildModel } from "./build.js";

const specs = join(import.meta.dirname, "../../../../specs");
const providers = (await readdir(specs, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const real = await Promise.all(
  providers.map(async (name) => (await loadDocument(join(specs, name, "openapi.yaml"))).document?.json as Json),
);
const documents = [rich, ...real];

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
    { numRuns: 200 },
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
    { numRuns: 50 },
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
