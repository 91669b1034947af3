import { describe, expect, it } from "vitest";
import { comment, printFragment } from "./index.js";

function rowsOf(prose: string): readonly string[] {
  const piece = comment(prose, "End.");
  return piece === undefined ? [] : printFragment(piece).split("\n");
}

describe("a comment of a long text", () => {
  // These take minutes where rows, words or spaces are looked at once for each that comes before.
  const count = 50_000;
  it.each([
    ["paragraphs", "a\n\n".repeat(count)],
    ["rows of one paragraph", "word word\n".repeat(count)],
    ["fences", "```\n".repeat(count)],
    ["headings", "# a\n".repeat(count)],
    ["spaces", `a${" ".repeat(count)}b`],
    ["words that cannot begin a row", "a ".concat("- ".repeat(count))],
    ["a mark of spaces that do not break", `a\n\n\u00a0${"\u00a0".repeat(count)}${"word ".repeat(count)}`],
  ])("costs what it is long: %s", (_, prose) => {
    const start = performance.now();
    expect(rowsOf(prose).join("").length).toBeLessThan(prose.length * 8);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
