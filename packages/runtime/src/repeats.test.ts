import { describe, expect, it } from "vitest";
import { createRecord } from "./repeats.js";

/** How many texts of a circle are taken before the record knows one. */
function taken(before: number, length: number): number {
  const hasCome = createRecord();
  let count = 0;
  while (!hasCome(`text ${count < before ? `before ${count}` : (count - before) % length}`)) count++;
  return count;
}

describe("a record", () => {
  it.each([
    [0, 1],
    [0, 2],
    [5, 3],
    [7_000, 2_999],
    [0, 10_000],
  ])("after %i texts, knows the first that comes again of a circle of %i", (before, length) => {
    expect(taken(before, length)).toBe(before + length);
  });

  it.each([
    [9_999, 5_000],
    [0, 10_001],
    [3, 50_000],
    [100_000, 12_345],
  ])("after %i texts, ends a circle of %i before it has gone round four times", (before, length) => {
    expect(taken(before, length)).toBeLessThan(2 * before + 4 * length);
  });

  it("takes no two texts for one", () => {
    const hasCome = createRecord();
    for (let i = 0; i < 200_000; i++) if (hasCome(`{"query":{"after":"${i}"}}`)) throw new Error(`${i} is new`);
  });
});
