import { describe, expect, it } from "vitest";
import { decide, type Outcome, readRetryAfter } from "./retry.js";

const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  status: undefined,
  unsent: false,
  retryAfter: undefined,
  ...more,
});

describe("decide", () => {
  it("repeats an idempotent call after the statuses that pass, and after none", () => {
    const repeated = [undefined, 200, 400, 401, 408, 409, 425, 429, 500, 501, 502, 503, 504].filter(
      (status) => decide({}, 1, outcome({ status }), true, 0.5) !== undefined,
    );
    expect(repeated).toEqual([undefined, 408, 429, 500, 502, 503, 504]);
  });

  it("repeats any other call only after 429, or where nothing was sent", () => {
    const repeated = [undefined, 408, 429, 500, 502, 503, 504].filter(
      (status) => decide({}, 1, outcome({ status }), false, 0.5) !== undefined,
    );
    expect(repeated).toEqual([429]);
    expect(decide({}, 1, outcome({ unsent: true }), false, 0.5)).toBe(250);
  });

  it("repeats twice unless told otherwise", () => {
    expect([1, 2, 3].map((attempt) => decide({}, attempt, outcome(), true, 1))).toEqual([500, 1_000, undefined]);
    expect(decide({ retries: 0 }, 1, outcome(), true, 1)).toBeUndefined();
  });

  it("waits a random time below half a second, doubling to eight", () => {
    const waits = (random: number) =>
      [1, 2, 3, 4, 5, 6, 7].map((attempt) => decide({ retries: 9 }, attempt, outcome(), true, random));
    expect(waits(1)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    expect(waits(0.5)).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
    expect(waits(0)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("waits as long as the server asks, but not longer than a minute", () => {
    expect(decide({}, 1, outcome({ status: 503, retryAfter: 60_000 }), true, 0)).toBe(60_000);
    expect(decide({}, 1, outcome({ status: 503, retryAfter: 60_001 }), true, 0)).toBeUndefined();
    expect(decide({ maxRetryAfter: 100 }, 1, outcome({ status: 503, retryAfter: 101 }), true, 0)).toBeUndefined();
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
