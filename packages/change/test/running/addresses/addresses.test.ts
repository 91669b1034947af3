import type { Document, JsonObject } from "@facsimile/document";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compareWire } from "../../../src/index.js";
import { addressesFor, startDispatcher } from "./dispatch.js";
import { addressPairs } from "./random-addresses.js";

/** Verdicts on servers and paths, held against a server that has the addresses of an edition: each old address is asked for, of the new edition. */
const runs = Number(process.env.FACSIMILE_CHANGES_RUNS ?? 120);
const seed = Number(process.env.FACSIMILE_CHANGES_SEED ?? 20_261);

function documentOf(json: JsonObject): Document {
  const locate: Document["locate"] = (pointer) => ({ file: "openapi.json", pointer, line: 1, column: 1 });
  return { file: "openapi.json", dialect: "3.1", json, omissions: [], locate };
}

it(`gives no verdict on the servers of ${runs} documents that a request contradicts (seed ${seed})`, async () => {
  const dispatcher = await startDispatcher();
  const held = { asked: 0, breaking: 0, unshown: 0 };
  const contradicted: string[] = [];
  for (const { old, new: next } of fc.sample(addressPairs, { numRuns: runs, seed })) {
    const changes = compareWire(documentOf(old), documentOf(next));
    const refused: string[] = [];
    for (const address of addressesFor(old)) {
      held.asked += 1;
      if (!(await dispatcher.answers(next, address))) refused.push(address);
    }
    const told = changes.map((change) => `${change.class} ${change.direction} ${change.rule}`).join(", ");
    const [isSafe, isBreaking] = [
      changes.every((change) => change.class === "safe"),
      changes.some((change) => change.class === "breaking"),
    ];
    if (isBreaking) held.breaking += 1;
    if (isBreaking && refused.length === 0) held.unshown += 1;
    if (isSafe && refused.length > 0)
      contradicted.push(`${refused[0]}: ${told || "nothing"}\nold ${JSON.stringify(old)}\nnew ${JSON.stringify(next)}`);
  }
  await dispatcher.close();
  console.log(`addresses: ${JSON.stringify(held)}`);
  expect(contradicted).toEqual([]);
  expect(held.unshown / held.breaking, JSON.stringify(held)).toBeLessThan(0.1);
}, 3_600_000);
