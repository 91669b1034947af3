import { type Json, schemasOf } from "@facsimile/document";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Change, compareWire } from "../../src/index.js";
import { Inclusion } from "../../src/sets/inclusion.js";
import { Shapes } from "../../src/sets/shapes.js";
import type { Verdict } from "../../src/sets/verdict.js";
import { Agreement, type Judgement } from "./agreement.js";
import { documentOf, type Editions, editions, inWords, rewritten, subject, valuesFor } from "./editions.js";
import { cousins } from "./random-cousins.js";

/**
 * Verdicts on random schemas, held against values by two validators. What is tried depends on the seed alone. `npm run fuzz:changes -- --runs 20000 --seed 1`
 * tries more.
 */
const runs = Number(process.env.FACSIMILE_CHANGES_RUNS ?? 120);
const seed = Number(process.env.FACSIMILE_CHANGES_SEED ?? 20_261);
const valuesEach = 40;

/** A value, and what is known of it in both editions. */
interface Judged {
  readonly value: Json;
  readonly old: Judgement;
  readonly new: Judgement;
}

type Judge = (value: Json) => readonly Judged[];

/** Values that both validators say the same of, in both editions, and what says it of others. */
async function judged(agreement: Agreement, pair: Editions): Promise<{ values: readonly Judged[]; judge: Judge }> {
  const [old, next] = [await agreement.of(pair.dialect, pair.old), await agreement.of(pair.dialect, pair.new)];
  const judge: Judge = (value) => {
    const [was, is] = [old(value), next(value)];
    return was === undefined || is === undefined ? [] : [{ value, old: was, new: is }];
  };
  return { values: valuesFor(pair, valuesEach).flatMap(judge), judge };
}

function inclusionOf({ dialect, old, new: next }: Editions): Inclusion {
  const [was, is] = [old, next].map((each) => new Shapes(schemasOf(documentOf(dialect, each).json), "request"));
  if (was === undefined || is === undefined) throw new Error("There are two editions.");
  return new Inclusion(was, is);
}

async function check(arbitrary: fc.Arbitrary<Editions>, test: (pair: Editions) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(arbitrary, test), {
    numRuns: runs,
    seed,
    asyncReporter: async ({ failed, counterexample, seed: used, counterexamplePath, errorInstance }) => {
      if (!failed) return;
      const words = counterexample?.[0] === undefined ? "" : inWords(counterexample[0]);
      throw new Error(`seed ${used}, path ${counterexamplePath}: ${String(errorInstance)}\n${words}`);
    },
  });
}

/** Says how many values came to nothing: hardly any. */
function account(agreement: Agreement, mostLeftOut: number): void {
  console.log(`values of schemas: ${agreement}`);
  expect(agreement.share, String(agreement)).toBeLessThan(mostLeftOut);
}

function verdictHolds(verdict: Verdict, inner: "old" | "new", values: readonly Judged[], judge: Judge): void {
  const outer = inner === "old" ? "new" : "old";
  if (verdict.answer === "yes") {
    const escaped = values.filter((judgements) => judgements[inner].isSent && !judgements[outer].allows);
    expect(escaped.map(({ value }) => value)).toEqual([]);
  }
  if (verdict.answer !== "no" || verdict.example === undefined) return;
  for (const { value, ...judgements } of judge(verdict.example)) {
    const { [inner]: within, [outer]: without } = judgements;
    expect({ value, inner: within.allows, outer: without.allows }).toEqual({ value, inner: true, outer: false });
  }
}

/** The shares of verdicts that may be left open, and of values that may be left out. */
interface Allowance {
  readonly mostUnknown: number;
  readonly mostLeftOut: number;
}

async function holdsVerdicts(
  arbitrary: fc.Arbitrary<Editions>,
  { mostUnknown, mostLeftOut }: Allowance,
): Promise<void> {
  const counts = { yes: 0, no: 0, unknown: 0 };
  const agreement = new Agreement();
  await check(arbitrary, async (pair) => {
    const { values, judge } = await judged(agreement, pair);
    const inclusion = inclusionOf(pair);
    const forth = inclusion.holds([subject], [subject]);
    const back = inclusion.reverse.holds([subject], [subject]);
    for (const { answer } of [forth, back]) counts[answer] += 1;
    verdictHolds(forth, "old", values, judge);
    verdictHolds(back, "new", values, judge);
  });
  account(agreement, mostLeftOut);
  const all = counts.yes + counts.no + counts.unknown;
  expect(counts.unknown / all, JSON.stringify(counts)).toBeLessThan(mostUnknown);
}

it(`gives no verdict on ${runs} pairs of schemas that a value contradicts (seed ${seed})`, async () => {
  await holdsVerdicts(editions, { mostUnknown: 0.08, mostLeftOut: 0.002 });
}, 3_600_000);

it(`gives none on ${runs} pairs that look at what other schemas have evaluated (seed ${seed})`, async () => {
  await holdsVerdicts(cousins, { mostUnknown: 0.25, mostLeftOut: 0.005 });
}, 3_600_000);

it(`says of no schema that is written otherwise that it allows other values (seed ${seed})`, async () => {
  await check(rewritten, async (pair) => {
    const inclusion = inclusionOf(pair);
    const answers = [inclusion.holds([subject], [subject]), inclusion.reverse.holds([subject], [subject])];
    expect(answers.map(({ answer }) => answer)).not.toContain("no");
  });
}, 3_600_000);

function areSafe(changes: readonly Change[], direction: Change["direction"]): boolean {
  return changes.every((change) => change.direction !== direction || change.class === "safe");
}

it(`calls no change of ${runs} documents safe that a message contradicts (seed ${seed})`, async () => {
  const agreement = new Agreement();
  await check(editions, async (pair) => {
    const { values } = await judged(agreement, pair);
    const changes = compareWire(documentOf(pair.dialect, pair.old), documentOf(pair.dialect, pair.new));
    const rules = changes.map(({ rule, direction, class: verdict }) => `${verdict} ${direction} ${rule}`);
    const refused = values.filter((each) => each.old.isSent && !each.new.allows).map(({ value }) => value);
    if (areSafe(changes, "request")) expect({ rules, refused }).toEqual({ rules, refused: [] });
    const unknown = values.filter((each) => each.new.isSent && !each.old.allows).map(({ value }) => value);
    if (areSafe(changes, "response")) expect({ rules, unknown }).toEqual({ rules, unknown: [] });
  });
  account(agreement, 0.002);
}, 3_600_000);
