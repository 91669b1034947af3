/** How many lines with text at the top of a page, and as many at its foot, may be such as stand on every page. */
const outermost = 3;

/**
 * The lines, from 1, that a text with page breaks repeats at the top or the foot of its pages: titles, dates and the numbers of pages. They stand between
 * words that go on from one page to the next. A line is one where at least every second page has it there; of numbers, others will do.
 */
export function runningLines(lines: readonly string[]): ReadonlySet<number> {
  const pages = pagesOf(lines).map((page) => ({ top: page.slice(0, outermost), foot: page.slice(-outermost) }));
  return new Set([...repeated(pages.map(({ top }) => top)), ...repeated(pages.map(({ foot }) => foot))]);
}

interface Line {
  readonly line: number;
  /** Its words with a sign in the place of numbers. */
  readonly shape: string;
}

/** The lines with text, page by page. A page begins with a form feed. */
function pagesOf(lines: readonly string[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  for (const [index, text] of lines.entries()) {
    if (text.includes("\f")) pages.push([]);
    const shape = text.replace(/\s+/g, " ").trim().replace(/\d+/g, "#");
    if (shape !== "") pages.at(-1)?.push({ line: index + 1, shape });
  }
  return pages.filter(({ length }) => length > 0);
}

function repeated(pages: readonly (readonly Line[])[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const shape of new Set(page.map((each) => each.shape))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const enough = Math.max(2, Math.floor(pages.length / 2));
  return pages.flatMap((page) => page.flatMap(({ line, shape }) => ((counts.get(shape) ?? 0) >= enough ? [line] : [])));
}
