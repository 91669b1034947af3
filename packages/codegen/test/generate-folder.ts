import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { generate } from "../src/generate.js";
import type { GeneratedPackage, GenerateOptions } from "../src/generate-options.js";

/** The folder of the running test. */
export let folder: string;

/** Gives each test of a file a folder: a document in it, and a node_modules that can remember what was generated. */
export function giveFolders(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "facsimile-generate-"));
    mkdirSync(join(folder, "node_modules"));
    mkdirSync(join(folder, "specs/tea"), { recursive: true });
    cpSync(join(import.meta.dirname, "golden/whole-package/openapi.yaml"), join(folder, spec));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
}

/** The document, of an API that is called Tea House. */
export const spec = "specs/tea/openapi.yaml";

/** Generates the package `packages/tea`, unless told otherwise. */
export async function run(options: Partial<GenerateOptions> = {}): Promise<GeneratedPackage> {
  const [one] = await generate({ specs: [spec], out: "packages/*", cwd: folder, ...options });
  if (one === undefined) throw new Error("nothing was generated");
  return one;
}

export function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

export function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

export function files(path: string): readonly string[] {
  return readdirSync(join(folder, path), { recursive: true, encoding: "utf8" }).sort();
}
