import { type CollapsedText, firstIndex, type LineRange } from "./collapsed-text.js";
import { markedLength, markOf } from "./mark.js";

/** Where the text of a mark stands among some lines of a page: whole lines, in the order of the page. */
export interface FoundPassages {
  readonly ranges: readonly LineRange[];
  /** The words of the mark. */
  readonly text?: string;
  /** False where the page is so much alike that the search was given up. */
  readonly complete: boolean;
}

/** How much text is compared for one passage, as a multiple of the page's length: of lines far less than one is, of words a tenth of a passage's. */
const mostCompared = 64;

/**
 * Finds the passages that have a mark. A passage begins and ends with a line, or with a word, so that only those ranges are compared whose length is the
 * mark's; the time grows with the length of the page.
 */
export function findPassages(page: CollapsedText, mark: string, within?: LineRange): FoundPassages {
  const length = markedLength(mark) ?? 0;
  const { lines, text } = page;
  const first = within === undefined ? 0 : firstIndex(lines, within.from);
  const end = within === undefined ? lines.length : firstIndex(lines, within.to + 1);
  const ranges: LineRange[] = [];
  let budget = mostCompared * (text.length + 1000);
  let last = first;
  let said: string | undefined;
  for (let index = first; index < end; index += 1) {
    const from = lines[index];
    if (from === undefined) break;
    while (last < end && (lines[last]?.end ?? 0) < from.start + length) last += 1;
    const to = lines[last];
    if (last >= end || to === undefined) break;
    if (to.end !== from.start + length) continue;
    budget -= length;
    if (budget < 0) return { ranges, complete: false };
    const words = text.slice(from.start, to.end);
    if (markOf(words) !== mark) continue;
    said = words;
    ranges.push({ from: from.line, to: to.line });
  }
  return { ranges, ...(said === undefined ? {} : { text: said }), complete: true };
}

/** Of a text, so much is compared before all of it is. */
const beginning = 32;

/** Where a text stands, from the beginning of a line or a word to the end of one. The time grows with the length of the page. */
export function findText(page: CollapsedText, sought: string, within?: LineRange): readonly LineRange[] {
  const { lines, text } = page;
  const end = within === undefined ? lines.length : firstIndex(lines, within.to + 1);
  const start = sought.slice(0, beginning);
  const ranges: LineRange[] = [];
  let budget = mostCompared * (text.length + 1000);
  for (let index = within === undefined ? 0 : firstIndex(lines, within.from); index < end; index += 1) {
    const from = lines[index];
    if (from === undefined || budget < 0) break;
    if (!text.startsWith(start, from.start)) continue;
    budget -= sought.length;
    const last = endingAt(lines, from.start + sought.length);
    const to = lines[last];
    if (last < end && to?.end === from.start + sought.length && text.startsWith(sought, from.start))
      ranges.push({ from: from.line, to: to.line });
  }
  return ranges;
}

/** The index of the first line or word that does not end before an offset. */
function endingAt(lines: CollapsedText["lines"], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
