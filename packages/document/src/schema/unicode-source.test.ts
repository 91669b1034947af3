import { expect, test } from "vitest";
import { unicodeSource } from "./unicode-source.js";

function isMatch(source: string, text: string): boolean {
  return new RegExp(unicodeSource(source) ?? "(?!)", "u").test(text);
}

test.each([
  [String.raw`(?i)^[0-9a-f]{4}-\d[x-z]$`, ["00ff-1x", "00FF-1Z"], ["00fg-1x", "00ff-1w"]],
  ["(?i)^(all|none)$", ["ALL", "None"], ["Alls", "any"]],
  [String.raw`^([^\s]+(\.(?i)(jpeg|tiff|pdf))$)`, ["a.pdf", "A.Tiff"], ["a.gif", "a b.pdf"]],
  ["^a(?:(?i)b|c)d$", ["abd", "aBd", "aCd"], ["Abd", "abD"]],
  [String.raw`^(?i)(?<first>[A-Fx])\k<first>\x41\p{Lu}$`, ["aaAA", "xxAA"], ["aAAA", "aaaA", "aaAa"]],
  [String.raw`^(?i)[^a-c\]]$`, ["d", "D"], ["a", "B", "]"]],
])("%s ignores case from its flag to the end of the group", (source, right, wrong) => {
  expect(right.filter((text) => !isMatch(source, text))).toEqual([]);
  expect(wrong.filter((text) => isMatch(source, text))).toEqual([]);
});

test("what is no flag of case is no regular expression, as before", () => {
  expect(unicodeSource("(?x)a b")).toBeUndefined();
  expect(unicodeSource(String.raw`\(?i)`)).toBeUndefined();
});
