import type { LineRange } from "./collapsed-text.js";
import type { QuotedPage } from "./quoted-page.js";

/** How much of a page's text the passages hold. Text is what has a letter or a digit: rules and frames of tables are none. */
export interface PageCoverage {
  readonly page: string;
  /** The lines that have text. */
  readonly lines: number;
  /** How many of them a passage holds. */
  readonly covered: number;
  /** The others, without what is between them and has no text. */
  readonly open: readonly LineRange[];
}

export function coverageOf(page: QuotedPage, ranges: readonly LineRange[]): PageCoverage {
  const isCovered = coveredLines(page.lines.length, ranges);
  const open: { from: number; to: number }[] = [];
  let [lines, covered] = [0, 0];
  let joins = false;
  for (const [index, text] of page.lines.entries()) {
    if (!/[\p{L}\p{N}]/u.test(text) || page.extracted?.isRunning.has(index + 1) === true) continue;
    lines += 1;
    const last = open.at(-1);
    if (isCovered[index + 1] === 1) {
      covered += 1;
      joins = false;
    } else if (joins && last !== undefined) {
      last.to = index + 1;
    } else {
      open.push({ from: index + 1, to: index + 1 });
      joins = true;
    }
  }
  return { page: page.file, lines, covered, open };
}

/** A 1 at each line that a range holds. The work grows with the lines and the ranges, not with their product. */
function coveredLines(count: number, ranges: readonly LineRange[]): Uint8Array {
  const changes = new Int32Array(count + 2);
  for (const { from, to } of ranges) {
    const end = Math.min(to, count) + 1;
    if (from > count) continue;
    changes[from] = (changes[from] ?? 0) + 1;
    changes[end] = (changes[end] ?? 0) - 1;
  }
  const covered = new Uint8Array(count + 1);
  let depth = 0;
  for (let line = 1; line <= count; line += 1) {
    depth += changes[line] ?? 0;
    covered[line] = depth > 0 ? 1 : 0;
  }
  return covered;
}
