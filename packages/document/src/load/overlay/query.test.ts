import { describe, expect, test } from "vitest";
import type { Json } from "../document.js";
import { readQuery } from "./query.js";

/** The paths of what an expression selects, or what is wrong with it. */
function select(text: string, json: Json): unknown {
  const query = readQuery(text);
  return "problem" in query ? query.problem : query.select(json);
}

const milliseconds = 1000;

describe("the patterns of an expression", () => {
  const texts = ["tea", "teas", "a\nb", 5, "4.5", "T"];
  test.each([
    ["match(@, 'tea')", [0]],
    ["search(@, 'tea')", [0, 1]],
    ["search(@, 'a.b')", []],
    ["match(@, 'a[.\\n]b')", [2]],
    ["match(@, '[0-9]\\\\.[0-9]')", [4]],
    ["match(@, '\\\\p{Lu}')", [5]],
    // A number is no text, and `\d` and a lookahead are in no I-Regexp.
    ["match(@, '5')", []],
    ["search(@, '\\\\d')", []],
    ["search(@, '(?=t)')", []],
    ["search(@, '(')", []],
  ])("%s selects %j", (filter, expected) => {
    expect(select(`$[?${filter}]`, texts)).toEqual(expected.map((index) => [index]));
  });

  test.each(["match(@, '(a+)+b')", "search(@, '(a|a)*b')", "search(@, 'a*a*a*a*a*b')"])(
    "take time that grows with the texts: %s",
    (filter) => {
      const began = performance.now();
      expect(select(`$[?${filter}]`, ["a".repeat(50_000)])).toEqual([]);
      expect(performance.now() - began).toBeLessThan(milliseconds);
    },
  );
});

test("an expression that is nested without end is none", () => {
  expect(select(`$[${"?@[".repeat(20_000)}'a'${"]".repeat(20_000)}]`, {})).toBe("it is nested too deeply");
});
