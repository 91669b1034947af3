import { describe, expect, it } from "vitest";
import { linearPattern } from "./linear-pattern.js";

describe("a pattern of a document", () => {
  it.each([
    ["^(a+)+$", "a".repeat(50_000)],
    ["^(a|a)*$", "a".repeat(50_000)],
    ["^([a-z]+)*@$", "a".repeat(50_000)],
    ["(x+x+)+y", "x".repeat(50_000)],
  ])("takes linear time for %s", (source, text) => {
    const started = performance.now();
    expect(linearPattern(source).test(`${text}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(3000);
    // What only gives up in time would not come to the other alternative.
    expect(linearPattern(`${source}|!$`).test(`${text}!`)).toBe(true);
  });

  it("ends where only JavaScript knows the pattern and runs away with it", () => {
    const pattern = linearPattern("^(?!b)(a+)+$");
    expect(pattern.test("aaa")).toBe(true);
    expect(pattern.test(`${"a".repeat(60)}!`)).toBe(false);
  });

  it.each([
    ["^\\p{L}+$", "hü", "h1"],
    ["^\\d{4}-(0[1-9]|1[0-2])$", "2026-11", "2026-13"],
    ["^(?<word>[a-z]+)( \\k<word>)?$", "tea tea", "tea pot"],
    ["^\\u0041[^\\s@]+$", "Ab@".slice(0, 2), "B"],
    ["(^|,)a(,|$)", "b,a", "ba"],
    ["^(a|\\[b])+$", "a[b]", "b"],
    ["^a\\-b\\!$", "a-b!", "a\\-b"],
    ["^[\\w-.]+\\@(\\w+)+$", "a.b-c@d", "a@"],
  ])("means what it means in JavaScript: %s", (source, matching, other) => {
    expect([linearPattern(source).test(matching), linearPattern(source).test(other)]).toEqual([true, false]);
  });

  it("is one of its own to a validator, beside others that run away", () => {
    const names = ["^(a+)+$", "^(b+)+$", "^(?!x)(c+)+$", "^(?!x)(d+)+$"].map((source) => String(linearPattern(source)));
    expect(new Set(names).size).toBe(4);
  });

  it("is refused where it is none", () => {
    expect(() => linearPattern("(?x)oolong")).toThrow(SyntaxError);
    expect(() => linearPattern("^[]a]$")).toThrow(SyntaxError);
    expect(() => linearPattern("^(a$")).toThrow(SyntaxError);
  });
});
