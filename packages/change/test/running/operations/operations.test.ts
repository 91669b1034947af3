import fc from "fast-check";
import { expect, it } from "vitest";
import type { Dialect } from "../random-schemas.js";
import { documentOf } from "./documents.js";
import { hold, nothingHeld } from "./holding.js";
import { bodyPairs, operationPairs } from "./random-operations.js";
import { startServer } from "./servers.js";

/**
 * Verdicts on random operations, held against mock servers of both editions, over HTTP. What is tried depends on the seed alone.
 * `npm run fuzz:changes -- --runs 20000 --seed 1` tries more.
 */
const runs = Number(process.env.FACSIMILE_CHANGES_RUNS ?? 120) / 10;
const seed = Number(process.env.FACSIMILE_CHANGES_SEED ?? 20_261);
const requestsEach = 5;
/** Of a few breaking changes many may go unshown. */
const mostUnshown = runs < 100 ? 0.5 : 0.3;
/** More operations of one document take Prism longer than they are worth. */
const mostTogether = 100;

const kinds = { operations: operationPairs, "ways to write bodies": bodyPairs };
const dialects: readonly Dialect[] = ["3.0", "3.1"];
const tried = dialects.flatMap((dialect) => [
  [dialect, "operations"] as const,
  [dialect, "ways to write bodies"] as const,
]);

it.each(tried)(
  `gives no verdict on ${runs} of %s, %s, that a mock server contradicts (seed ${seed})`,
  async (dialect, kind) => {
    const held = nothingHeld();
    for (let done = 0; done < runs; done += mostTogether) {
      const numRuns = Math.min(mostTogether, runs - done);
      const pairs = fc.sample(kinds[kind](dialect), { numRuns, seed: seed + done });
      const [old, next] = await Promise.all([
        startServer(
          documentOf(
            dialect,
            pairs.map((pair) => pair.old),
          ),
        ),
        startServer(
          documentOf(
            dialect,
            pairs.map((pair) => pair.new),
          ),
        ),
      ]);
      for (const [index, pair] of pairs.entries()) {
        const [was, is] = [old, next].map(({ edition }) => edition.api.operations[index]);
        if (was === undefined || is === undefined) throw new Error(`Operation ${index} is left out.`);
        await hold(held, {
          servers: { old, new: next },
          operations: { old: was, new: is },
          documents: { old: documentOf(dialect, [pair.old]), new: documentOf(dialect, [pair.new]) },
          seed: seed + done + index,
          count: requestsEach,
          sender: "caller",
        });
      }
      await Promise.all([old.close(), next.close()]);
    }
    const { contradicted, ...counts } = held;
    console.log(`${kind} of ${dialect}: ${JSON.stringify(counts)}`);
    expect(contradicted).toEqual([]);
    const unshown = Object.values(held.unshown).reduce((sum, count) => sum + count, 0);
    expect(unshown / held.breaking, JSON.stringify(counts)).toBeLessThan(mostUnshown);
  },
  3_600_000,
);
