import { describe, expect, it } from "vitest";
import { PageChecker, type PageCoverage, parseRange, quotePage, readByHand, readFactsFile } from "../src/index.js";
import { at } from "./by-hand-bookshop.js";

const words =
  "The interface gives harbour masters access to predictions of high and low water. GET /stations enumerates the stations that are administered, " +
  "in alphabetical order. The query parameter region restricts the enumeration to a neighbourhood, and limit determines how many representations " +
  "are contained in one document, of which there are at most two hundred. Every request has the header X-Tidebook-Key, which subscribers administrate " +
  "in their configuration. POST /bookings reserves a berth, and is acknowledged with the status 201, or with 409 where all berths are occupied.";

/** The text as an extractor takes it out of a PDF whose pages have so many columns and lines. Words are divided after a letter where one is asked for. */
function extracted(columns: number, height: number, text = words, date = "2/1/26"): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = columns - line.length - 1;
    if (room >= word.length) line += `${line === "" ? "" : " "}${word}`;
    else if (room > 4 && /^[a-z]{8,}$/.test(word)) {
      lines.push(`${line} ${word.slice(0, room - 1)}-`);
      line = word.slice(room - 1);
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const pages = Array.from({ length: Math.ceil(lines.length / height) }, (_, page) => [
    `${date}    Tidebook API`,
    "",
    ...lines.slice(page * height, (page + 1) * height).map((each) => `   ${each}`),
    "",
    `Page ${page + 1}`,
  ]);
  return pages.map((page) => `${page.join("\n")}\n`).join("\f");
}

function checker(text: string): PageChecker {
  return new PageChecker(quotePage({ file: "manual.txt", text }));
}

/** The lines between two words, both of them included. */
function linesFrom(text: string, from: string, to: string): ReturnType<typeof at> {
  const lines = text.split("\n");
  const line = (word: string): number => lines.findIndex((each) => each.includes(word)) + 1;
  return at(`${line(from)}-${line(to)}`);
}

function markOf(text: string, place: ReturnType<typeof at>): string {
  return checker(text).markAt(place.lines ?? { from: 1, to: 1 }) ?? "none";
}

const first = extracted(44, 6);
const limits = linesFrom(first, "region", "hundred");

describe("a passage of text that a program took out of a PDF", () => {
  it.each([
    [60, 6],
    [31, 5],
    [38, 40],
    [90, 3],
  ])("is found where lines have %i columns and pages %i lines, and its new place holds", (columns, height) => {
    const again = checker(extracted(columns, height, words, "14/12/27"));
    const mark = markOf(first, limits);
    const state = again.check({ place: limits, mark });
    if (state.kind !== "moved" && state.kind !== "same") throw new Error(state.kind);
    const place = state.kind === "moved" ? state.place : limits;
    expect(again.check({ place, mark }).kind).toBe("same");
    expect(again.textAt(state.range)).toContain("limit");
  });

  it("goes on from page to page, whatever stands between", () => {
    const mark = markOf(extracted(44, 40), linesFrom(extracted(44, 40), "region", "hundred"));
    expect(markOf(first, limits)).toBe(mark);
    expect(
      first
        .split("\n")
        .slice((limits.lines?.from ?? 1) - 1, limits.lines?.to)
        .join("\n"),
    ).toContain("\f");
  });

  it.each([
    ["a number", "two hundred", "three hundred"],
    ["a word", "at most", "at least"],
    ["a name", "limit determines", "limits determines"],
    ["a hyphen within a line", "representations are", "represen-tations are"],
  ])("says something else where %s of it is another one", (_, from, to) => {
    const changed = extracted(60, 6, words.replace(from, to));
    expect(checker(changed).check({ place: limits, mark: markOf(first, limits) }).kind).toBe("gone");
  });

  it("keeps the hyphen of a name that a line ends in", () => {
    const whole = "Send the header X-Tidebook-Key with it.";
    const mark = markOf(whole, at("1"));
    for (const text of ["Send the header X-\nTidebook-Key with it.", "Send the header X-Tidebook-\nKey with it."])
      expect(markOf(text, at("1-2"))).toBe(mark);
  });

  it.each([
    ["divides a word", "It has a configu-\nration of its own.", "It has a configuration of its own."],
    ["is one of a word", "It has a length-over-\nall of its own.", "It has a length-over-all of its own."],
    ["stands before a capital", "It is an XML-\nDocument.", "It is an XMLDocument."],
    ["is a typographic one", "It has a configu\u2010\nration of its own.", "It has a configuration of its own."],
    ["comes with a ligature", "It \uFB01ts a configu-\nration.", "It fits a configuration."],
  ])("is the same with a hyphen at the end of a line that %s", (_, broken, whole) => {
    const state = checker(broken).check({ place: at("1-2"), mark: markOf(whole, at("1")) });
    expect(state.kind).toBe("same");
  });

  it("is not taken for another one of the same words", () => {
    const text = "Answers 404 where there is none. It is\nshort. Answers 404 where there is none.\n";
    const mark = markOf("Answers 404 where there is none.", at("1"));
    expect(checker(text).check({ place: at("1"), mark })).toEqual({
      kind: "repeated",
      ranges: [
        { from: 1, to: 1 },
        { from: 2, to: 2 },
      ],
    });
  });

  it("is one of the heads of pages too, which no passage has to hold", () => {
    const mark = markOf(first, at("1"));
    expect(checker(first).check({ place: at("1"), mark })).toEqual({ kind: "same", range: { from: 1, to: 1 } });
    expect(coverage(first, "3-4")?.lines).toBe(first.split("\n").filter((line) => line.startsWith("   ")).length);
  });

  it("is found in time that grows with the length of the text", () => {
    const long = extracted(60, 40, Array.from({ length: 40_000 }, (_, index) => `word${index % 97}`).join(" "));
    const began = performance.now();
    const state = checker(long).check({ place: limits, mark: markOf(first, limits) });
    expect(state.kind).toBe("gone");
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

function coverage(text: string, lines: string): PageCoverage | undefined {
  const range = parseRange(lines) ?? { from: 1, to: 1 };
  const mark = checker(text).markAt(range);
  const yaml = `format: 1\npassages:\n  - page: manual.txt\n    lines: ${lines}\n    mark: ${mark}\n    nothing: An introduction.\n`;
  const { file } = readFactsFile(yaml, "facts.yaml");
  if (file === undefined) throw new Error("no facts");
  return readByHand("tidebook", "facts.yaml", file, [{ file: "manual.txt", text }]).coverage[0];
}
