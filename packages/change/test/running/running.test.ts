import { type Json, schemasOf } from "@facsimile/document";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Change, compareWire } from "../../src/index.js";
import { Inclusion } from "../../src/sets/inclusion.js";
import { Shapes } from "../../src/sets/shapes.js";
import type { Verdict } from "../../src/sets/verdict.js";
import { documentOf, type Editions, editions, inWords, rewritten, subject, valuesFor } from "./editions.js";
import { type Judge, judgeOf, Unjudged } from "./judge.js";

/**
 * Verdicts on random schemas, held against values by Ajv. What is tried depends on the seed alone. `npm run fuzz:changes -- --runs 20000 --seed 1`
 * tries more.
 */
const runs = Number(process.env.FACSIMILE_CHANGES_RUNS ?? 120);
const seed = Number(process.env.FACSIMILE_CHANGES_SEED ?? 20_261);
const valuesEach = 40;

interface Sides {
  readonly old: Judge;
  readonly new: Judge;
}

/** Ajv itself stumbles over some schemas: it says so by throwing, and those are left out. */
function judged(pair: Editions, test: (judges: Sides, values: readonly Json[]) => void): void {
  const judges = { old: judgeOf(pair.dialect, pair.old), new: judgeOf(pair.dialect, pair.new) };
  const values = valuesFor(pair, valuesEach);
  try {
    for (const value of values) for (const judge of [judges.old, judges.new]) judge.isSent(value);
  } catch {
    return;
  }
  try {
    test(judges, values);
  } catch (error) {
    if (!(error instanceof Unjudged)) throw error;
  }
}

function inclusionOf({ dialect, old, new: next }: Editions): Inclusion {
  const [was, is] = [old, next].map((each) => new Shapes(schemasOf(documentOf(dialect, each).json), "request"));
  if (was === undefined || is === undefined) throw new Error("There are two editions.");
  return new Inclusion(was, is);
}

function check(arbitrary: fc.Arbitrary<Editions>, test: (pair: Editions) => void): void {
  fc.assert(fc.property(arbitrary, test), {
    numRuns: runs,
    seed,
    reporter: ({ failed, counterexample, seed: used, counterexamplePath, errorInstance }) => {
      if (!failed) return;
      const words = counterexample?.[0] === undefined ? "" : inWords(counterexample[0]);
      throw new Error(`seed ${used}, path ${counterexamplePath}: ${String(errorInstance)}\n${words}`);
    },
  });
}

function verdictHolds(verdict: Verdict, inner: Judge, outer: Judge, values: readonly Json[]): void {
  if (verdict.answer === "yes")
    expect(values.filter((value) => inner.isSent(value) && !outer.allows(value))).toEqual([]);
  if (verdict.answer !== "no" || verdict.example === undefined) return;
  const { example } = verdict;
  expect({ example, inner: inner.allows(example), outer: outer.allows(example) }).toEqual({
    example,
    inner: true,
    outer: false,
  });
}

it(`gives no verdict on ${runs} pairs of schemas that a value contradicts (seed ${seed})`, () => {
  const counts = { yes: 0, no: 0, unknown: 0 };
  check(editions, (pair) => {
    judged(pair, (judges, values) => {
      const inclusion = inclusionOf(pair);
      const forth = inclusion.holds([subject], [subject]);
      const back = inclusion.reverse.holds([subject], [subject]);
      for (const { answer } of [forth, back]) counts[answer] += 1;
      verdictHolds(forth, judges.old, judges.new, values);
      verdictHolds(back, judges.new, judges.old, values);
    });
  });
  const all = counts.yes + counts.no + counts.unknown;
  expect(counts.unknown / all, JSON.stringify(counts)).toBeLessThan(0.08);
}, 3_600_000);

it(`says of no schema that is written otherwise that it allows other values (seed ${seed})`, () => {
  check(rewritten, (pair) => {
    const inclusion = inclusionOf(pair);
    const answers = [inclusion.holds([subject], [subject]), inclusion.reverse.holds([subject], [subject])];
    expect(answers.map(({ answer }) => answer)).not.toContain("no");
  });
}, 3_600_000);

function areSafe(changes: readonly Change[], direction: Change["direction"]): boolean {
  return changes.every((change) => change.direction !== direction || change.class === "safe");
}

it(`calls no change of ${runs} documents safe that a message contradicts (seed ${seed})`, () => {
  check(editions, (pair) => {
    judged(pair, (judges, values) => {
      const changes = compareWire(documentOf(pair.dialect, pair.old), documentOf(pair.dialect, pair.new));
      const rules = changes.map(({ rule, direction, class: verdict }) => `${verdict} ${direction} ${rule}`);
      const refused = values.filter((value) => judges.old.isSent(value) && !judges.new.allows(value));
      if (areSafe(changes, "request")) expect({ rules, refused }).toEqual({ rules, refused: [] });
      const unknown = values.filter((value) => judges.new.isSent(value) && !judges.old.allows(value));
      if (areSafe(changes, "response")) expect({ rules, unknown }).toEqual({ rules, unknown: [] });
    });
  });
}, 3_600_000);
