import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Change, compareWire } from "../src/index.js";
import { loadPair } from "./load-pair.js";
import { typesVerdicts, withTypes } from "./pair-types.js";
import { type ExpectedChange, readPairs } from "./pairs.js";

const pairs = await readPairs();
const today = new Date("2026-01-01T00:00:00Z");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facsimile-pairs-"));
});
afterAll(() => rm(folder, { recursive: true }));

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
      const [old, next] = [
        await loadPair(folder, `${index}-old`, pair.old),
        await loadPair(folder, `${index}-new`, pair.new),
      ];
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

/** Every so many pairs are generated and compiled here: `npm run pairs:types` does them all. */
const step = 110;
const compiled = withTypes(pairs).filter((_, index) => index % step === 0);

describe.each(compiled.map((pair, index) => [`${pair.topic}: ${pair.name}`, pair, index] as const))(
  "the types of %s",
  (_, pair, index) => {
    it("are judged right both ways", async () => {
      const [old, next] = [
        await loadPair(folder, `${index}-old-types`, pair.old),
        await loadPair(folder, `${index}-new-types`, pair.new),
      ];
      expect(await typesVerdicts(old, next)).toEqual(pair.types);
    });
  },
);
