import type { RootContent, Table, TableRow } from "mdast";
import { lineOf, parseMarkdown, sourceOf, textOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";

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
}

const emptyCell: Cell = { text: "", link: undefined, strong: false };

/** The titles of a table's columns, in lower case. */
export function columnsOf(table: Table): readonly string[] {
  return (table.children[0]?.children ?? []).map((cell) => textOf(cell).trim().toLowerCase());
}

/**
 * The rows of a table below its head. A row with too many cells, or with too few and no mark at its end, is a problem:
 * the first is a `|` that was not escaped, the second a page that was cut.
 *
 * @param next What follows the table: some generators put an empty line after the head, which ends the table too early.
 * @param skip First cells of rows that are not of interest.
 */
export function readRows(
  table: Table,
  next: RootContent | undefined,
  page: MarkdownPage,
  reading: Reading,
  skip: readonly string[] = [],
): readonly Row[] {
  const columns = table.children[0]?.children.length ?? 0;
  const own = table.children.slice(1).map((row) => ({ row, line: lineOf(row), source: sourceOf(row, page.text) }));
  const rows = own.length === 0 ? detachedRows(table, next, page) : own;
  return rows.flatMap(({ row, line, source }) => {
    if (skip.includes(textOf(row.children[0] ?? row).trim())) return [];
    const whole = row.children.length > columns ? joinTypeCells(source, columns) : row;
    if (whole === undefined || !endsWell(whole, source, columns)) {
      reading.problem(line, ...rowProblem(row, columns));
      return [];
    }
    return [{ line, cells: cellsOf(whole, columns) }];
  });
}

interface SourceRow {
  readonly row: TableRow;
  readonly line: number;
  readonly source: string;
}

function detachedRows(table: Table, next: RootContent | undefined, page: MarkdownPage): readonly SourceRow[] {
  if (next?.type !== "paragraph" || !/^\*\*.*\|/.test(sourceOf(next, page.text))) return [];
  const head = sourceOf(table, page.text);
  const source = sourceOf(next, page.text);
  const joined = parseMarkdown(`${head}\n${source}`).children[0];
  if (joined?.type !== "table") return [];
  const lines = source.split("\n");
  return joined.children
    .slice(1)
    .map((row, index) => ({ row, line: lineOf(next) + index, source: lines[index] ?? "" }));
}

/** Types of some languages have a `|`, which the pages do not escape: the cells between name and description are one. */
function joinTypeCells(source: string, columns: number): TableRow | undefined {
  const cells = source
    .replace(/^\s*\|/, "")
    .replace(/\|\s*$/, "")
    .split("|");
  const head = cells.slice(0, 1);
  const type = cells.slice(1, cells.length - columns + 2).join("\\|");
  const tail = cells.slice(cells.length - columns + 2);
  if (!/<[^>]*\\\||\{[^}]*\\\||'[^']*'\s*\\\|/.test(type.replaceAll("&lt;", "<").replaceAll("&#39;", "'")))
    return undefined;
  const line = [...head, type, ...tail].join("|");
  const table = parseMarkdown(`|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n|${line}|`).children[0];
  return table?.type === "table" ? table.children[1] : undefined;
}

function endsWell(row: TableRow, source: string, columns: number): boolean {
  if (row.children.length > columns) return false;
  return row.children.length === columns || (row.children.length === columns - 1 && /\|\s*$/.test(source));
}

function rowProblem(row: TableRow, columns: number): [message: string, fix: string] {
  const found = row.children.length;
  return found > columns
    ? [
        `this row has ${found} cells in a table of ${columns} columns`,
        "Write a \\| for every | that is not the end of a cell",
      ]
    : [`this row ends in its cell ${found} of ${columns}`, "Get the whole page: it seems to be cut here"];
}

function cellsOf(row: TableRow, columns: number): readonly Cell[] {
  const cells = row.children.map((cell): Cell => {
    const link = cell.children.find((child) => child.type === "link");
    return {
      text: textOf(cell).trim(),
      link: link?.url,
      strong: cell.children.some((child) => child.type === "strong"),
    };
  });
  return [...cells, ...Array.from({ length: columns - cells.length }, () => emptyCell)];
}
