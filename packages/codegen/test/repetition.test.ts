import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildModel, loadDocument } from "@facsimile/document";
import { expect, it } from "vitest";
import { emitSources } from "../src/index.js";

/** What an operation of a package may be repeated after, by its method and what the document says of it. */
async function repetitionOf(method: string, says: object): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "repetition-"));
  try {
    const file = join(folder, "tea.json");
    const operation = { operationId: "askTea", tags: ["teas"], responses: { 204: { description: "" } }, ...says };
    const info = { title: "Tea", version: "1" };
    await writeFile(file, JSON.stringify({ openapi: "3.1.0", info, paths: { "/tea": { [method]: operation } } }));
    const { document } = await loadDocument(file);
    const { api } = document === undefined ? {} : buildModel(document);
    if (document === undefined || api === undefined) throw new Error("the document has errors.");
    const files = await emitSources(api, document, "tea");
    const described = files.find(({ text }) => text.includes("const askTeaOperation"));
    return /\brepeat: (\w+)/.exec(described?.text ?? "")?.[1];
  } finally {
    await rm(folder, { recursive: true });
  }
}

it.each([
  ["post", {}, "repeatUnsent"],
  ["patch", {}, "repeatUnsent"],
  ["post", { "x-idempotent": true }, "repeatLost"],
  ["post", { "x-idempotent": false }, "repeatUnsent"],
  ["get", {}, "repeatLost"],
  ["put", {}, "repeatLost"],
  ["delete", {}, "repeatLost"],
])("a lost %s that says %j is asked again only where that can do no harm", async (method, says, expected) => {
  expect(await repetitionOf(method, says)).toBe(expected);
});
