import { type CollapsedText, type LineRange, textOfRange } from "./collapsed-text.js";
import { type FoundPassages, findPassages } from "./find-passage.js";
import { markOf } from "./mark.js";
import type { QuotedPage } from "./quoted-page.js";

/** The words of a mark, and the reading of the page in which they stand. */
export interface HeldWords {
  readonly range: LineRange;
  readonly text: string;
  readonly reading: CollapsedText;
}

/** The ways to read a page: as it is; and where it is a text without fixed lines, with other hyphens, and what stands on every page by itself. */
export function readingsOf({ collapsed, extracted }: QuotedPage): readonly CollapsedText[] {
  return extracted === undefined ? [collapsed] : [collapsed, ...extracted.readings, extracted.running];
}

/** The words of a mark at some lines: all that these say, or a part of it where lines may end anywhere. */
export function heldAt(page: QuotedPage, range: LineRange, mark: string): HeldWords | undefined {
  for (const reading of readingsOf(page)) {
    const text = textOfRange(reading, range);
    if (text !== "" && markOf(text) === mark) return { range, text, reading };
  }
  return page.extracted === undefined ? undefined : heldWithin(page, range, mark);
}

function heldWithin(page: QuotedPage, within: LineRange, mark: string): HeldWords | undefined {
  for (const reading of readingsOf(page)) {
    const { ranges, text } = findPassages(reading, mark, within);
    const [range] = ranges;
    if (range !== undefined && text !== undefined) return { range, text, reading };
  }
  return undefined;
}

/** Where the words of a mark stand on a page, or on some lines of it. */
export function findMark(page: QuotedPage, mark: string, within: LineRange | undefined): FoundPassages {
  const found = readingsOf(page).map((reading) => findPassages(reading, mark, within));
  const complete = found.every((each) => each.complete);
  return { ranges: found.find(({ ranges }) => ranges.length > 0)?.ranges ?? [], complete };
}
