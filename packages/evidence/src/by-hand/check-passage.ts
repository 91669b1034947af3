import { nearest } from "@facsimile/document/diagnostics";
import { type LineRange, textOfRange } from "./collapsed-text.js";
import type { Passage } from "./facts-file.js";
import { findText } from "./find-passage.js";
import { markOf } from "./mark.js";
import { findMark, heldAt, readingsOf } from "./page-readings.js";
import type { PassageState } from "./passage-state.js";
import { type PagePart, type PassagePlace, partsNamed, partsOf, shortestPath } from "./place.js";
import type { QuotedPage } from "./quoted-page.js";

/** Of a page that has more or longer ones, the rest is not compared with one that is misspelt. */
const mostHeadings = 500;
const longestHeading = 100;

/** Holds passages against one page. */
export class PageChecker {
  readonly page: QuotedPage;
  readonly #parts: readonly PagePart[];

  constructor(page: QuotedPage) {
    this.page = page;
    this.#parts = partsOf(page);
  }

  check({ place, mark }: Pick<Passage, "place" | "mark">): PassageState {
    const within = place.heading === undefined ? [] : partsNamed(this.#parts, place.heading);
    const here = this.#rangesOf(place, within).flatMap((range) => heldAt(this.page, range, mark) ?? [])[0];
    if (here === undefined) return this.#elsewhere(place, mark, within);
    const { range, text, reading } = here;
    if (place.lines === undefined) {
      const same = within.filter((part) => this.markAt(part) === mark);
      return same.length > 1 ? { kind: "repeated", ranges: same } : { kind: "same", range };
    }
    const part = within.find(({ from, to }) => from <= range.from && range.to <= to);
    const ranges = findText(reading, text, part);
    // What stands on every page does so by its nature.
    const isRunning = reading === this.page.extracted?.running;
    return ranges.length > 1 && !isRunning ? { kind: "repeated", ranges } : { kind: "same", range };
  }

  /** The lines of a place. Undefined where the page has none such, or several. */
  range(place: PassagePlace): LineRange | undefined {
    const within = place.heading === undefined ? [] : partsNamed(this.#parts, place.heading);
    const ranges = this.#rangesOf(place, within);
    return ranges.length === 1 ? ranges[0] : undefined;
  }

  /** The mark of what stands at some lines. Undefined where they have no text. */
  markAt(range: LineRange): string | undefined {
    const [text] = readingsOf(this.page)
      .map((reading) => textOfRange(reading, range))
      .filter((each) => each !== "");
    return text === undefined ? undefined : markOf(text);
  }

  /** The paths of all headings. */
  get headings(): readonly (readonly string[])[] {
    return this.#parts.map(({ path }) => path);
  }

  /** The lines of the page, or below a heading, that have some words in them; white space is of no matter. */
  linesWith(words: string, heading: readonly string[] | undefined): readonly number[] {
    const sought = words.replace(/\s+/g, " ").trim();
    const within = heading === undefined ? [{ from: 1, to: this.page.lines.length }] : this.partsCalled(heading);
    return within.flatMap(({ from, to }) =>
      this.page.lines.slice(from - 1, to).flatMap((line, index) => {
        const number = heading === undefined ? from + index : index + 1;
        return line.replace(/\s+/g, " ").trim().includes(sought) ? [number] : [];
      }),
    );
  }

  /** The parts below the headings that a path can mean. */
  partsCalled(heading: readonly string[]): readonly PagePart[] {
    return partsNamed(this.#parts, heading);
  }

  /** The text of some lines, with the headings that are above them. A name within braces there is that of a path, and about something else. */
  textAt(range: LineRange): string {
    const above = this.#parts.findLast(({ from, to }) => from <= range.from && range.from <= to)?.path ?? [];
    return [...above.map((title) => title.replace(/\{[^{}]*\}/g, " ")), textOfRange(this.page.collapsed, range)].join(
      " ",
    );
  }

  /** The heading that one that is not there was most likely meant to be, with as many of those above it. */
  nearestHeading(heading: readonly string[]): string | undefined {
    const known = this.#parts.slice(0, mostHeadings).map(({ path }) => path.slice(-heading.length).join(" > "));
    return nearest(
      heading.join(" > ").slice(0, longestHeading),
      known.filter(({ length }) => length <= longestHeading),
    );
  }

  /** The place of some lines in the words of another one: below a heading where that is. */
  placeOf(range: LineRange, like: PassagePlace): PassagePlace {
    if (like.heading === undefined) return { heading: undefined, lines: range };
    const part = this.#parts.findLast(({ from, to }) => from <= range.from && range.to <= to);
    if (part === undefined) return { heading: undefined, lines: range };
    const heading = shortestPath(this.#parts, part);
    const isWhole = like.lines === undefined && this.markAt(part) === this.markAt(range);
    const lines = isWhole ? undefined : { from: range.from - part.from + 1, to: range.to - part.from + 1 };
    return { heading, lines };
  }

  #rangesOf({ heading, lines }: PassagePlace, within: readonly PagePart[]): readonly LineRange[] {
    const last = this.page.lines.length;
    if (heading === undefined) return lines !== undefined && lines.to <= last ? [lines] : [];
    if (lines === undefined) return within;
    return within
      .map((part) => ({ from: part.from + lines.from - 1, to: part.from + lines.to - 1, end: part.to }))
      .filter(({ to, end }) => to <= end);
  }

  /**
   * The words below another heading than the named one may be those of something else, such as the answer of another operation: only where the
   * heading is no longer there, and the words are there once, have they moved.
   */
  #elsewhere(place: PassagePlace, mark: string, within: readonly PagePart[]): PassageState {
    const near = within
      .flatMap((part) => this.#below(part))
      .map((part) => findMark(this.page, mark, part))
      .find(({ ranges }) => ranges.length > 0);
    const { ranges, complete } = near ?? findMark(this.page, mark, undefined);
    const [only] = ranges;
    const hasHeading = within.length > 0;
    const isOwn = near !== undefined || place.heading === undefined;
    if (only !== undefined && ranges.length === 1 && (isOwn || !hasHeading))
      return { kind: "moved", range: only, place: this.placeOf(only, place) };
    if (only !== undefined && isOwn) return { kind: "repeated", ranges };
    const now = this.range(place);
    return { kind: "gone", now, mark: now && this.markAt(now), searched: complete, hasHeading, elsewhere: ranges };
  }

  /** A part, and those below the headings within it. */
  #below(part: PagePart): readonly PagePart[] {
    const after = this.#parts.slice(this.#parts.indexOf(part) + 1);
    const end = after.findIndex(({ path }) => path.length <= part.path.length);
    return [part, ...(end === -1 ? after : after.slice(0, end))];
  }
}
