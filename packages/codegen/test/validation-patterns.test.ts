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
  ["^\\[a]$", "[a]", "a"],
  ["^\\p{Lu}\\_{2}$", "Ä__", "p{Lu}__"],
  ["^\\😀$", "😀", "\\😀"],
];

it("patterns for engines without the flag u are read as these have them", async () => {
  const built = await schemasOf(lenient.map(([pattern]) => pattern));
  for (const [at, [pattern, fitting, other]] of lenient.entries())
    expect([pattern, fits(built[at], fitting), fits(built[at], other)]).toEqual([pattern, true, false]);
});

/** What takes more than linear time in JavaScript, and is taken apart. */
const takenApart = [
  "^(?:a*)*$",
  "(?:a|b)*c(?:a|b)*",
  "\\b(?:cat|dog)s*\\b",
  "\\B(?:a|b)+\\B",
  "^(?:a{2,3}|b{1,})+$",
  "(?:^a|b$)|c(?:d|e)",
  "^(?<word>[a-c]+ ?)+$",
  "(?:😀|[😁-😂])+?\\p{Lu}*",
  "^(?:\\u{1F600}|\\ud83d\\ude01)*$",
  "(?:a|)(?:b|)c??$",
];

const words = [
  "",
  "a",
  "b",
  "ab",
  "aab",
  "bbb",
  "c",
  "abc",
  "cd",
  "cat",
  "cats",
  "a cat",
  "scat",
  "dogss!",
  "a b c ",
  "a  b",
  "😀",
  "😁Ä",
  "Ä",
  "x",
];

it("patterns that are taken apart have the matches that JavaScript finds", async () => {
  const built = await schemasOf(takenApart);
  for (const [at, pattern] of takenApart.entries()) {
    const wanted = words.filter((word) => new RegExp(pattern, "u").test(word));
    expect([pattern, words.filter((word) => fits(built[at], word))]).toEqual([pattern, wanted]);
  }
});
