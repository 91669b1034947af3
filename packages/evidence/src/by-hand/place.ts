import type { LineRange } from "./collapsed-text.js";
import type { PageHeading, PageText } from "./page-text.js";

/**
 * Where a passage stands: lines of the page; or the part below a heading, up to the next heading of whatever depth; or lines of such a part, of
 * which the heading is the first.
 */
export interface PassagePlace {
  /** A heading with as many of those above it as are needed to tell it from others, the highest first. */
  readonly heading: readonly string[] | undefined;
  readonly lines: LineRange | undefined;
}

/** A heading with its own text. */
export interface PagePart extends LineRange {
  /** The headings that lead to it, the highest first and itself last. */
  readonly path: readonly string[];
}

/** The parts of a page. What stands before its first heading belongs to none. */
export function partsOf({ headings, lines }: PageText): readonly PagePart[] {
  const above: PageHeading[] = [];
  return headings.map((heading, index) => {
    while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop();
    above.push(heading);
    const to = (headings[index + 1]?.line ?? lines.length + 1) - 1;
    return { path: above.map(({ title }) => title), from: heading.line, to: Math.max(to, heading.line) };
  });
}

/** The parts whose path ends with the given headings. */
export function partsNamed(parts: readonly PagePart[], heading: readonly string[]): readonly PagePart[] {
  return parts.filter(({ path }) => {
    const end = path.slice(-heading.length);
    return end.length === heading.length && end.every((title, index) => title === heading[index]);
  });
}

/** The shortest path that names a part and no other one; the whole path where none does. */
export function shortestPath(parts: readonly PagePart[], part: PagePart): readonly string[] {
  for (let length = 1; length < part.path.length; length += 1) {
    const path = part.path.slice(-length);
    if (partsNamed(parts, path).length === 1) return path;
  }
  return part.path;
}

/** `31-34`, or `31` for a single line. */
export function printRange({ from, to }: LineRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** Reads what `printRange` prints. Undefined where a text is no range of lines. */
export function parseRange(text: string): LineRange | undefined {
  const [, first, last] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(text.trim()) ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  return first === undefined || from > to ? undefined : { from, to };
}

/** A place in words: `lines 3-4 below "Stations > List"`. */
export function describePlace({ heading, lines }: PassagePlace): string {
  const range = lines && `${lines.from === lines.to ? "line" : "lines"} ${printRange(lines)}`;
  if (heading === undefined) return range ?? "nowhere";
  const below = `below "${heading.join(" > ")}"`;
  return range === undefined ? `the part ${below}` : `${range} ${below}`;
}
