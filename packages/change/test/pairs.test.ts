import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document, type JsonObject, loadDocument } from "@facsimile/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Change, compareWire } from "../src/index.js";
import { type ExpectedChange, readPairs } from "./pairs.js";

const pairs = await readPairs();
const today = new Date("2026-01-01T00:00:00Z");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facsimile-pairs-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(json: JsonObject, name: string): Promise<Document> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(json));
  const { document } = await loadDocument(path);
  if (document === undefined) throw new Error(`${name} cannot be loaded.`);
  return document;
}

/** What was reported, in the words of what was expected: with the rule only where it is stated. */
function inWords(changes: readonly (Change | ExpectedChange)[], wanted: readonly ExpectedChange[]): readonly string[] {
  const named = new Set(wanted.flatMap(({ rule }) => (rule === undefined ? [] : [rule])));
  return changes
    .map((change) => {
      const { class: verdict, direction, area, rule = "" } = change;
      return [verdict, direction, area, ...(named.has(rule) ? [rule] : [])].join(" ");
    })
    .sort();
}

describe.each(pairs.map((pair, index) => [`${pair.topic}: ${pair.name}`, pair, index] as const))(
  "%s",
  (_, pair, index) => {
    it("is judged right both ways", async () => {
      const [old, next] = [await load(pair.old, `${index}-old`), await load(pair.new, `${index}-new`)];
      const forth = compareWire(old, next, { today });
      const back = compareWire(next, old, { today });
      expect({ forth: inWords(forth, pair.forth), back: inWords(back, pair.back) }).toEqual({
        forth: inWords(pair.forth, pair.forth),
        back: inWords(pair.back, pair.back),
      });
    });
  },
);
