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

function inWords(changes: readonly (Change | ExpectedChange)[]): readonly string[] {
  return changes.map(({ class: verdict, direction, area }) => `${verdict} ${direction} ${area}`).sort();
}

/** Expected changes whose rule was not reported: most pairs leave the rule open. */
function missingRules(changes: readonly Change[], wanted: readonly ExpectedChange[]): readonly ExpectedChange[] {
  return wanted.filter(({ rule, direction, class: verdict }) => {
    return (
      rule !== undefined &&
      !changes.some((each) => each.rule === rule && each.direction === direction && each.class === verdict)
    );
  });
}

describe.each(pairs.map((pair, index) => [`${pair.topic}: ${pair.name}`, pair, index] as const))(
  "%s",
  (_, pair, index) => {
    it("is judged right both ways", async () => {
      const [old, next] = [await load(pair.old, `${index}-old`), await load(pair.new, `${index}-new`)];
      const forth = compareWire(old, next, { today });
      const back = compareWire(next, old, { today });
      expect({ forth: inWords(forth), back: inWords(back) }).toEqual({
        forth: inWords(pair.forth),
        back: inWords(pair.back),
      });
      expect([...missingRules(forth, pair.forth), ...missingRules(back, pair.back)]).toEqual([]);
    });
  },
);
