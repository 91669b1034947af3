import fc from "fast-check";
import { expect, it } from "vitest";
import { schemaGroups } from "./types/random-schemas.js";
import { type Outcome, tryTypes } from "./types/trial.js";

/**
 * Values of random schemas: those that Ajv accepts compile, those that break something do not. What is tried depends on the seed alone.
 * `npm run fuzz:types -- --values 10000 --seed 1` tries more.
 */
const wanted = Number(process.env.FACSIMILE_TYPES_VALUES ?? 1000);
const seed = Number(process.env.FACSIMILE_TYPES_SEED ?? 20_261);
const batch = 300;

it(`are what schemas allow, for ${wanted} values (seed ${seed})`, async () => {
  const faults: string[] = [];
  let valid = 0;
  for (let round = 0; valid < wanted; round += 1) {
    const outcome: Outcome = await tryTypes(fc.sample(schemaGroups, { numRuns: batch, seed: seed + round }));
    faults.push(...outcome.faults);
    valid += outcome.valid;
    expect(outcome.broken).toBeGreaterThan(batch);
  }
  expect(faults).toEqual([]);
}, 3_600_000);
