import type { PhrasingContent, RootContent, Table, TableRow } from "mdast";
import { lineOf, nodesOfType, sourceOf, textOf } from "./markdown.js";
import { parseInline, splitRow } from "./markdown-tree.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { wrappingTag } from "./wrapping-tag.js";

/** A row of a table with as many cells as the table has columns; cells that the page leaves out at the end are empty. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: string;
  /** Where its first link leads. */
  readonly link: string | undefined;
  /** True when its words are set in bold, as all documented names are. */
  readonly strong: boolean;
  /** True when words of it are struck out. */
  readonly struck: boolean;
}

/** What the reading of rows has to know about a table. */
export interface TableShape {
  /** The column, from 0, whose text may hold a `|` that was not escaped. */
  readonly open: number;
  /** Whether a text can be the last cell of a row: by it the end of the open column is told. */
  readonly isLast?: (text: string) => boolean;
  /** Whether rows without a mark at their beginning leave an empty last cell out. */
  readonly mayLackLast?: boolean;
  /** First cells of rows that are not of interest. */
  readonly skip?: readonly string[];
}

const emptyCell: Cell = { text: "", link: undefined, strong: false, struck: false };

/** The titles of a table's columns, in lower case. */
export function columnsOf(table: Table): readonly string[] {
  return (table.children[0]?.children ?? []).map((cell) => textOf(cell).trim().toLowerCase());
}

/** The table of a part with everything that follows it there. Undefined where there is none. */
export function tableOf(
  content: readonly RootContent[],
): { readonly table: Table; readonly rest: readonly RootContent[] } | undefined {
  const at = content.findIndex((node) => node.type === "table");
  const table = content[at];
  return table?.type === "table" ? { table, rest: content.slice(at + 1) } : undefined;
}

/**
 * The rows of a table below its head, also those that an empty line cut off from it. A row with too many cells, or with too few and no mark at its
 * end, is a problem: the first is a `|` that was not escaped and cannot be told, the second a page that was cut.
 */
export function readRows(
  { table, rest }: { readonly table: Table; readonly rest: readonly RootContent[] },
  page: MarkdownPage,
  reading: Reading,
  shape: TableShape,
): readonly Row[] {
  const columns = table.children[0]?.children.length ?? 0;
  const own = table.children.slice(1).map((row) => ({ line: lineOf(row), source: sourceOf(row, page.text), row }));
  return [...own, ...detachedRows(rest, page)].flatMap((row) => {
    if (shape.skip?.includes(firstText(row)) === true) return [];
    const cells = isHtml(row.row) ? nativeCells(row.row) : pipedCells(row, columns, reading, shape);
    return cells === undefined ? [] : [{ line: row.line, cells }];
  });
}

/** The first table of a part whose cells hold a name or a value each, and none of them a `|`. Undefined where there is no table. */
export function plainTable(
  content: readonly RootContent[],
  page: MarkdownPage,
  reading: Reading,
): { readonly table: Table; readonly rows: readonly Row[] } | undefined {
  const found = tableOf(content);
  if (found === undefined) return undefined;
  return { table: found.table, rows: readRows(found, page, reading, { open: 0, isLast: () => false }) };
}

interface SourceRow {
  readonly line: number;
  readonly source: string;
  readonly row?: TableRow;
}

/** The cells of a row in HTML end where their tags do. */
function isHtml(row: TableRow | undefined): row is TableRow {
  return row?.data?.isHtml === true;
}

function firstText({ row, source }: SourceRow): string {
  return textOf(isHtml(row) ? (row.children[0]?.children ?? []) : parseInline(splitRow(source)[0] ?? "")).trim();
}

/** The cells of a row in Markdown. Undefined, and a problem, where these cannot be told. */
function pipedCells(
  { line, source, row }: SourceRow,
  columns: number,
  reading: Reading,
  shape: TableShape,
): readonly Cell[] | undefined {
  const pieces = splitRow(source);
  const whole = joined(pieces, source, columns, shape);
  if (whole === undefined || !endsWell(whole, source, columns)) {
    reading.problem(line, ...rowProblem(pieces.length, columns));
    return undefined;
  }
  const tag = wrappingTag(parseInline(whole[0] ?? ""));
  if (tag !== undefined) {
    reading.problem(line, `this row begins with ${tag}, which its first cell does not close`, "Close it in the cell");
    return undefined;
  }
  const isNative = row !== undefined && whole === pieces;
  const cells = isNative ? nativeCells(row) : whole.map((piece) => cellOf(parseInline(piece)));
  return [...cells, ...Array.from({ length: columns - cells.length }, () => emptyCell)];
}

/** Lines with the marks of a row that stand below the table, after an empty line. */
function detachedRows(rest: readonly RootContent[], page: MarkdownPage): readonly SourceRow[] {
  return rest.flatMap((node) => {
    if (node.type !== "paragraph") return [];
    const lines = sourceOf(node, page.text).split("\n");
    if (!lines.some((line) => splitRow(line).length > 1)) return [];
    return lines.flatMap((source, index) => (source.trim() === "" ? [] : [{ line: lineOf(node) + index, source }]));
  });
}

/** The cells of a row, those together that a `|` within a cell has parted. Undefined where these cannot be told. */
function joined(
  pieces: readonly string[],
  source: string,
  columns: number,
  shape: TableShape,
): readonly string[] | undefined {
  const last = pieces.at(-1) ?? "";
  // Where rows have no mark at their beginning, one at the end is that of an empty last cell.
  const lacksLast = !/^\s*\|/.test(source) && /\|\s*$/.test(source) && shape.mayLackLast === true;
  if (lacksLast && pieces.length === columns && !fits(last, shape))
    return [...absorb(pieces, shape.open, columns - 1), ""];
  if (pieces.length <= columns) return pieces;
  const typed = joinTypes(pieces);
  if (typed.length < columns) return undefined;
  if (typed.length === columns || fits(last, shape)) return absorb(typed, shape.open, columns);
  return lacksLast ? [...absorb(typed, shape.open, columns - 1), ""] : undefined;
}

function fits(last: string, { isLast }: TableShape): boolean {
  return isLast === undefined || isLast(textOf(parseInline(last)).trim());
}

/** So many cells, of which one takes all that is too much. */
function absorb(pieces: readonly string[], open: number, count: number): readonly string[] {
  const extra = pieces.length - count;
  return [
    ...pieces.slice(0, open),
    pieces.slice(open, open + extra + 1).join(" | "),
    ...pieces.slice(open + extra + 1),
  ];
}

/** Types of some languages have a `|`, which the pages do not escape: the cells up to the end of the bold type are one. */
function joinTypes(pieces: readonly string[]): readonly string[] {
  const isOpen = (text: string): boolean => text.split("**").length % 2 === 0;
  let end = 2;
  while (end < pieces.length && isOpen(pieces.slice(1, end).join("|"))) end += 1;
  return [...pieces.slice(0, 1), pieces.slice(1, end).join(" | "), ...pieces.slice(end)];
}

function endsWell(pieces: readonly string[], source: string, columns: number): boolean {
  if (pieces.length > columns) return false;
  return pieces.length === columns || (pieces.length === columns - 1 && /\|\s*$/.test(source));
}

function rowProblem(found: number, columns: number): [message: string, fix: string] {
  return found > columns
    ? [
        `this row has ${found} cells in a table of ${columns} columns`,
        "Write a \\| for every | that is not the end of a cell",
      ]
    : [`this row ends in its cell ${found} of ${columns}`, "Get the whole page: it seems to be cut here"];
}

function nativeCells(row: TableRow): readonly Cell[] {
  return row.children.map(({ children }) => cellOf(children));
}

function cellOf(content: readonly PhrasingContent[]): Cell {
  const [link] = content.flatMap((node) => nodesOfType(node, "link"));
  return {
    text: textOf(content).trim(),
    link: link?.url,
    strong: content.some((node) => node.type === "strong"),
    struck: content.some((node) => nodesOfType(node, "delete").length > 0),
  };
}
