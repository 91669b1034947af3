import type { Document } from "@facsimile/document";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Dialect } from "../random-schemas.js";
import { sendingDocument } from "./documents.js";
import { hold, nothingHeld } from "./holding.js";
import { receivedPairs } from "./random-operations.js";
import { receiversDocument } from "./received.js";
import { type RunningServer, startServer } from "./servers.js";

/**
 * Verdicts on what an API sends, held against receivers: events of the new edition are sent to a mock server of those who know the old one, and what those
 * answer is held against the new edition.
 */
const runs = Math.ceil(Number(process.env.FACSIMILE_CHANGES_RUNS ?? 120) / 20);
const seed = Number(process.env.FACSIMILE_CHANGES_SEED ?? 20_261);
const eventsEach = 5;
/** Of a few breaking changes many may go unshown. */
const mostUnshown = runs < 100 ? 0.6 : 0.4;

const kinds: readonly (readonly [Dialect, "webhooks" | "callbacks"])[] = [
  ["3.1", "webhooks"],
  ["3.0", "callbacks"],
];

it.each(kinds)(
  `gives no verdict on ${runs} operations of %s, sent as %s, that a receiver contradicts (seed ${seed})`,
  async (dialect, kind) => {
    const held = nothingHeld();
    const pairs = fc.sample(receivedPairs(dialect), { numRuns: runs, seed });
    const documentsOf = (side: "old" | "new"): Document =>
      sendingDocument(
        dialect,
        pairs.map((pair) => pair[side]),
        kind,
      );
    const [old, next] = await Promise.all([startReceivers(documentsOf("old")), startReceivers(documentsOf("new"))]);
    for (const [index, pair] of pairs.entries()) {
      const [was, is] = [old, next].map(({ edition }) => edition.api.operations[index]);
      if (was === undefined || is === undefined) throw new Error(`Operation ${index} is left out.`);
      await hold(held, {
        servers: { old, new: next },
        operations: { old: was, new: is },
        documents: {
          old: sendingDocument(dialect, [pair.old], kind),
          new: sendingDocument(dialect, [pair.new], kind),
        },
        seed: seed + index,
        count: eventsEach,
        sender: "api",
      });
    }
    await Promise.all([old.close(), next.close()]);
    const { contradicted, ...counts } = held;
    console.log(`${kind} of ${dialect}: ${JSON.stringify(counts)}`);
    expect(contradicted).toEqual([]);
    const unshown = Object.values(held.unshown).reduce((sum, count) => sum + count, 0);
    expect(unshown / held.breaking, JSON.stringify(counts)).toBeLessThan(mostUnshown);
  },
  3_600_000,
);

function startReceivers(document: Document): Promise<RunningServer> {
  return startServer(receiversDocument(document));
}
