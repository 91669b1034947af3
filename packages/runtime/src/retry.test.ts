import { describe, expect, it } from "vitest";
import { backOff, readRetryAfter } from "./retry.js";

describe("backOff", () => {
  it("repeats twice unless told otherwise", () => {
    expect([1, 2, 3].map((attempt) => backOff({}, attempt, undefined, 1))).toEqual([500, 1_000, undefined]);
    expect(backOff({ retries: 0 }, 1, undefined, 1)).toBeUndefined();
    expect(backOff({ retries: 0 }, 1, 5, 1)).toBeUndefined();
  });

  it("waits a random time below half a second, doubling to eight", () => {
    const waits = (random: number) =>
      [1, 2, 3, 4, 5, 6, 7].map((attempt) => backOff({ retries: 9 }, attempt, undefined, random));
    expect(waits(1)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    expect(waits(0.5)).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
    expect(waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("waits as long as the server asks, but not longer than a minute", () => {
    expect(backOff({}, 1, 60_000, 0)).toBe(60_000);
    expect(backOff({}, 1, 0, 1)).toBe(0);
    expect(backOff({}, 1, 60_001, 0)).toBeUndefined();
    expect(backOff({ maxRetryAfter: 100 }, 1, 101, 0)).toBeUndefined();
  });
});

describe("readRetryAfter", () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0);

  it.each<[string, Record<string, string>, number | undefined]>([
    ["seconds", { "retry-after": "2" }, 2_000],
    ["fractions", { "retry-after": "0.25" }, 250],
    ["zero", { "retry-after": "0" }, 0],
    ["milliseconds, which win", { "retry-after-ms": "20", "retry-after": "2" }, 20],
    ["a date", { "retry-after": "Thu, 01 Jan 2026 12:00:05 GMT" }, 5_000],
    ["a date that has passed", { "retry-after": "Thu, 01 Jan 2026 11:00:00 GMT" }, 0],
    ["an old form of a date", { "retry-after": "Thursday, 01-Jan-26 12:00:05 GMT" }, 5_000],
    [
      "a date by the server's clock",
      { "retry-after": "Thu, 01 Jan 2026 13:00:05 GMT", date: "Thu, 01 Jan 2026 13:00:00 GMT" },
      5_000,
    ],
    ["nothing", {}, undefined],
    ["blank", { "retry-after": "" }, undefined],
    ["words", { "retry-after": "soon" }, undefined],
    ["a negative number", { "retry-after": "-1" }, undefined],
    ["an exponent", { "retry-after": "1e3" }, undefined],
    ["a unit", { "retry-after": "5s" }, undefined],
    ["infinity", { "retry-after": "Infinity" }, undefined],
    ["a date that is none", { "retry-after": "Thu, 99 Foo 2026 12:00:05 GMT" }, undefined],
    ["a bare year", { "retry-after": "2027-01-01" }, undefined],
    ["garbage milliseconds beside seconds", { "retry-after-ms": "x", "retry-after": "2" }, 2_000],
    ["two of them", { "retry-after": "1, 2" }, undefined],
  ])("reads %s", (_, headers, milliseconds) => {
    expect(readRetryAfter(new Headers(headers), now)).toBe(milliseconds);
  });
});
