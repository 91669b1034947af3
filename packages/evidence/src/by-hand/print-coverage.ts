import { visible } from "@facsimile/document/diagnostics";
import type { PageCoverage } from "./coverage.js";
import { printRange } from "./place.js";

/** How many ranges of a page are named. */
const mostRanges = 20;

/** A line for each page: how many of its lines passages hold, and which ones no passage does. */
export function printCoverage(coverage: readonly PageCoverage[], others: readonly string[]): string {
  const pages = coverage.map(({ page, lines, covered, open }) => {
    const named = open.slice(0, mostRanges).map(printRange).join(", ");
    const more = open.length > mostRanges ? ` and ${open.length - mostRanges} more` : "";
    const rest = open.length === 0 ? "" : `; no fact covers ${named}${more}`;
    return `${visible(page)}: ${covered} of ${lines} lines with text are covered${rest}\n`;
  });
  const unread =
    others.length === 0 ? "" : `Not read as pages: ${others.slice(0, mostRanges).map(visible).join(", ")}\n`;
  return pages.join("") + unread;
}
