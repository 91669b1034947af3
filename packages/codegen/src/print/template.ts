import { concatenate, empty, hardline, indentBy, text } from "./code.js";
import type { Code } from "./piece.js";

/**
 * Source with pieces in it. The indentation that all lines share is taken away, and a piece of several lines is indented like the line it is on.
 * A line that holds nothing but an undefined piece is left out.
 */
export function code(parts: TemplateStringsArray, ...pieces: readonly (Code | undefined)[]): Code {
  const { rows, whole } = templateOf(parts);
  if (whole !== undefined) return whole;
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return fill(only, pieces) ?? empty;
  const printed: Code[] = [];
  for (const row of rows) {
    const content = fill(row, pieces);
    if (content === undefined) continue;
    if (printed.length > 0) printed.push(row.lineBreak);
    printed.push(content);
  }
  return concatenate(printed.slice());
}

/** What is known of a template before its pieces. */
interface Template {
  readonly rows: readonly Row[];
  /** The whole, where it has no pieces. */
  readonly whole: Code | undefined;
}

interface Row {
  readonly depth: number;
  readonly lineBreak: Code;
  /** What it holds; a number stands for the piece of that index. */
  readonly items: readonly (Code | number)[];
  /** How many pieces it holds. */
  readonly slots: number;
  /** Whether it holds nothing but white space beside pieces. */
  readonly blank: boolean;
}

/** A row with its pieces; undefined where it has nothing but pieces that are none. */
function fill({ items, blank, depth, slots }: Row, pieces: readonly (Code | undefined)[]): Code | undefined {
  const filled = items.map((item) => (typeof item === "number" ? pieces[item] : item));
  const given = filled.filter((piece) => piece !== undefined);
  const absent = filled.length - given.length;
  if (blank && absent > 0 && absent === slots) return undefined;
  return indentBy(depth, concatenate(given));
}

// A template is evaluated again and again, with other pieces, but always with the same parts (ECMA-262, 13.2.8.4).
const known = new WeakMap<TemplateStringsArray, Template>();

function templateOf(parts: TemplateStringsArray): Template {
  const before = known.get(parts);
  if (before !== undefined) return before;
  const rows = withoutFrame(parse(parts));
  const template = { rows, whole: parts.length > 1 ? undefined : wholeOf(rows) };
  known.set(parts, template);
  return template;
}

function parse(parts: TemplateStringsArray): readonly Row[] {
  const shared = sharedIndentation(parts);
  const sources: (string | number)[][] = [[]];
  for (const [index, part] of parts.entries()) {
    const [first = "", ...following] = part.split("\n");
    sources.at(-1)?.push(first);
    for (const row of following) sources.push([row]);
    if (index < parts.length - 1) sources.at(-1)?.push(index);
  }
  return sources.map((items, index) => row(items, index === 0 ? undefined : shared));
}

/** A row of a template. Only the first, which begins in the middle of a line, has no indentation to be taken away. */
function row([first, ...rest]: readonly (string | number)[], shared: number | undefined): Row {
  const start = String(first);
  const bare = shared === undefined ? start : start.trimStart();
  const depth = shared === undefined ? 0 : Math.max(0, start.length - bare.length - shared);
  const items = [bare, ...rest];
  return {
    depth,
    lineBreak: indentBy(depth, hardline),
    items: items.map((item) => (typeof item === "number" ? item : text(item))),
    slots: rest.filter((item) => typeof item === "number").length,
    blank: items.every((item) => typeof item === "number" || item.trim() === ""),
  };
}

function wholeOf(rows: readonly Row[]): Code {
  return concatenate(rows.flatMap((row, index) => (index === 0 ? [] : [row.lineBreak]).concat(fill(row, []) ?? [])));
}

/** Without the empty first and last row of a template that begins and ends on a line of its own. */
function withoutFrame(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 3) return rows;
  const isFrame = (row: Row, index: number): boolean =>
    (index === 0 || index === rows.length - 1) && row.blank && row.slots === 0;
  return rows.filter((row, index) => !isFrame(row, index));
}

/** How many spaces every line of a template begins with, its first line and blank lines left out. */
function sharedIndentation(parts: TemplateStringsArray): number {
  const rows = parts.join("\u0000").split("\n").slice(1);
  const depths = rows.filter((row) => row.trim() !== "").map((row) => row.length - row.trimStart().length);
  return depths.length === 0 ? 0 : Math.min(...depths);
}
