import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Built, builtSchemas, documentAt, fits } from "./validation/built-schemas.js";

async function schemasOf(patterns: readonly string[]): Promise<readonly Built[string][]> {
  const folder = mkdtempSync(join(tmpdir(), "facsimile-patterns-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const schemas = Object.fromEntries(patterns.map((pattern, at) => [`P${at}`, { type: "string", pattern }]));
  const info = { title: "Patterns", version: "1" };
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify({ openapi: "3.1.0", info, paths: {}, components: { schemas } }));
  const built = builtSchemas(await documentAt(file));
  return patterns.map((_, at) => built[`P${at}Schema`]);
}

/** What the flag `u` refuses. */
const lenient: readonly (readonly [pattern: string, fitting: string, other: string])[] = [
  ["^[a-z\\_\\:\\-]+$", "a_:-", "a\\"],
  ["^\\_\\-\\ \\@$", "_- @", "\\_"],
  ["^[a\\-z\\_]$", "-", "b"],
  ["^[\\w-.]+$", "a-.", "a,"],
  ["^[+-\\d]+$", "+-1", ","],
  ["^{a}$", "{a}", "a"],
  ["^\\p{Lu}\\_{2}$", "Ä__", "p{Lu}__"],
  ["^\\😀$", "😀", "\\😀"],
];

it("patterns for engines without the flag u are read as these have them", async () => {
  const built = await schemasOf(lenient.map(([pattern]) => pattern));
  for (const [at, [pattern, fitting, other]] of lenient.entries())
    expect([pattern, fits(built[at], fitting), fits(built[at], other)]).toEqual([pattern, true, false]);
});
