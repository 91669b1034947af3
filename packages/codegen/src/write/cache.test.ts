import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type CacheHit, type Circumstances, readCache, writeCache } from "./cache.js";

const circumstances: Circumstances = {
  surroundings: {
    name: "tea",
    document: "../tea.yaml",
    overlays: [],
    selection: {},
    settings: {},
    manifest: undefined,
    repository: undefined,
    license: undefined,
    homepage: undefined,
    bugs: undefined,
    release: "0.1.0",
  },
  spec: "tea.yaml",
  allow: [],
  raw: false,
  schemas: false,
  carryDocument: false,
  accepted: [],
};

/** A package whose document had a text when it was read, in a folder that can remember it. */
async function generated(text: string): Promise<{ readonly document: string; readonly recall: Recall }> {
  const folder = await mkdtemp(join(tmpdir(), "facsimile-cache-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "node_modules"));
  const document = join(folder, "tea.yaml");
  await writeFile(document, text);
  const generated = { inputs: new Map([[document, text]]), outputs: new Map(), diagnostics: [] };
  await writeCache(join(folder, "out"), circumstances, generated);
  const recall: Recall = (change) => readCache(join(folder, "out"), document, { ...circumstances, ...change });
  return { document, recall };
}

type Recall = (change?: Partial<Circumstances>) => Promise<CacheHit | undefined>;

test("what was generated from the same text is known", async () => {
  const { document, recall } = await generated("paths: {}");
  expect(await recall()).toEqual({ inputs: [document], diagnostics: [] });
  await writeFile(document, "\uFEFFpaths: {}");
  expect(await recall()).toBeDefined();
});

test("a document that was changed while it was being generated is generated again", async () => {
  const { document, recall } = await generated("paths: {}");
  await writeFile(document, "paths: { /tea: {} }");
  expect(await recall()).toBeUndefined();
});

test("a document that another name leads to is generated again, since diagnostics have that name", async () => {
  const { recall } = await generated("paths: {}");
  expect(await recall({ spec: "../tea.yaml" })).toBeUndefined();
});

test("a pipe or a device that has come in the place of a document is not waited for", async () => {
  const { document, recall } = await generated("paths: {}");
  await rm(document);
  execFileSync("mkfifo", [document]);
  expect(await recall()).toBeUndefined();
  await rm(document);
  await symlink("/dev/zero", document);
  expect(await recall()).toBeUndefined();
});
