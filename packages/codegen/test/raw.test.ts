import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import type { GeneratedPackage, GenerateOptions } from "../src/generate-options.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-raw-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function documentOf(property: object): string {
  const schema = { type: "object", properties: { leaf: property } };
  const content = { "application/json": { schema } };
  const get = { operationId: "getTea", responses: { "200": { description: "Tea.", content } } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: { "/teas": { get } } });
}

async function run(property: object, options: Partial<GenerateOptions>): Promise<GeneratedPackage> {
  writeFileSync(join(folder, "tea.json"), documentOf(property));
  const [one] = await generate({ specs: ["tea.json"], out: "out", cwd: folder, ...options });
  if (one === undefined) throw new Error("nothing was generated");
  return one;
}

function subpaths(): readonly string[] {
  const { exports } = JSON.parse(readFileSync(join(folder, "out/package.json"), "utf8")) as { exports: object };
  return Object.keys(exports);
}

it("is a subpath of packages that are generated with it, and of no other", async () => {
  expect((await run({ type: "string" }, {})).outcome).toBe("written");
  expect(subpaths()).not.toContain("./raw");
  const changed = await run({ type: "string" }, { raw: true });
  expect(changed.changes.map(({ path }) => path)).toContain("src/generated/raw.ts");
  expect(subpaths()).toContain("./raw");
  const back = await run({ type: "string" }, {});
  expect(back.changes.filter(({ kind }) => kind === "delete").map(({ path }) => path)).toEqual([
    "src/generated/raw.ts",
    "src/raw.ts",
  ]);
});

it("is left out, and said, where openapi-typescript does not understand the document", async () => {
  // It takes a summary for text, which JSON Schema does not know at all.
  const { outcome, diagnostics } = await run({ type: "string", summary: { a: 1 } }, { raw: true });
  expect(outcome).toBe("written");
  expect(diagnostics.map(({ code }) => code)).toContain("raw-unavailable");
  expect(diagnostics.find(({ code }) => code === "raw-unavailable")?.message).toMatch(
    /^openapi-typescript makes no types of the document: .+\. The package has no part raw\.$/,
  );
  expect(subpaths()).not.toContain("./raw");
});
