import { type CollapsedText, firstIndex, type LineRange } from "./collapsed-text.js";
import { markedLength, markOf } from "./mark.js";

/** Where the text of a mark stands among some lines of a page: whole lines, in the order of the page. */
export interface FoundPassages {
  readonly ranges: readonly LineRange[];
  /** False where the page is so much alike that the search was given up. */
  readonly complete: boolean;
}

/** How much text is compared for one passage, as a multiple of the page's length: a page of words needs far less than one. */
const mostCompared = 8;

/**
 * Finds the passages that have a mark. A passage begins and ends with a line, so that only those ranges are compared whose length is the mark's; the
 * time grows with the length of the page.
 */
export function findPassages(page: CollapsedText, mark: string, within?: LineRange): FoundPassages {
  const length = markedLength(mark) ?? 0;
  const { lines, text } = page;
  const first = within === undefined ? 0 : firstIndex(lines, within.from);
  const end = within === undefined ? lines.length : firstIndex(lines, within.to + 1);
  const ranges: LineRange[] = [];
  let budget = mostCompared * (text.length + 1000);
  let last = first;
  for (let index = first; index < end; index += 1) {
    const from = lines[index];
    if (from === undefined) break;
    while (last < end && (lines[last]?.end ?? 0) < from.start + length) last += 1;
    const to = lines[last];
    if (last >= end || to === undefined) break;
    if (to.end !== from.start + length) continue;
    budget -= length;
    if (budget < 0) return { ranges, complete: false };
    if (markOf(text.slice(from.start, to.end)) === mark) ranges.push({ from: from.line, to: to.line });
  }
  return { ranges, complete: true };
}
