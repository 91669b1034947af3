import { Parser } from "htmlparser2";
import type { TableRow } from "mdast";
import { HtmlCell } from "./html-cell.js";
import { type HtmlRow, tableRow } from "./html-row.js";

declare module "mdast" {
  interface HtmlData {
    /** Why a table in HTML is not read. */
    readonly unread?: UnreadTable;
  }
}

export interface UnreadTable {
  readonly line: number;
  readonly message: string;
}

/** A table in HTML as the rows of one in Markdown, the first of which is its head. */
export type HtmlTable =
  | { readonly rows: readonly TableRow[]; readonly unread?: undefined }
  | { readonly rows?: undefined; readonly unread: UnreadTable };

/**
 * Reads a table that is written in HTML. Its first row is its head, every row has a cell for each column, and every tag is closed. Whatever else such
 * a table can be is a problem.
 *
 * @param line The line of the page on which it begins.
 */
export function readHtmlTable(text: string, line: number): HtmlTable {
  const reader = new TableReader(text, line);
  const parser = new Parser(reader);
  parser.write(text);
  if (reader.unread === undefined) parser.end();
  return reader.table();
}

/** The parts of a table, and in which of them each may stand. */
const places: Readonly<Record<string, readonly string[]>> = {
  table: [],
  thead: ["table"],
  tbody: ["table"],
  colgroup: ["table"],
  col: ["table", "colgroup"],
  tr: ["table", "thead", "tbody"],
  th: ["tr"],
  td: ["tr"],
};

/** What makes more or less of a cell than one in Markdown can be. */
const attributesOfCells = ["rowspan", "colspan", "hidden"];

class TableReader {
  unread: UnreadTable | undefined;
  readonly #text: string;
  readonly #rows: HtmlRow[] = [];
  /** The parts of the table that are open, the innermost last. */
  readonly #open: string[] = [];
  #cell: HtmlCell | undefined;
  #parser: Parser | undefined;
  #counted = 0;
  #line: number;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  table(): HtmlTable {
    const [head, ...rows] = this.#rows;
    const second = rows.find(({ isHead }) => isHead);
    const uneven = rows.find(({ cells }) => cells.length !== head?.cells.length);
    if (head === undefined || head.cells.length === 0) this.#stop("this table has no rows");
    else if (!head.isHead) this.#stop("this table has no row of <th>, which says what its columns are", head.line);
    else if (second !== undefined) this.#stop("this is a second head of this table", second.line);
    else if (uneven !== undefined) {
      const message = `this row has ${uneven.cells.length} cells in a table of ${head.cells.length} columns`;
      this.#stop(message, uneven.line);
    }
    return this.unread === undefined ? { rows: this.#rows.map(tableRow) } : { unread: this.unread };
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const isOfCell = this.#cell !== undefined && !Object.hasOwn(places, name);
    const isInPlace = isOfCell ? this.#cell?.open(name, attributes) : this.#isInPlace(name);
    const changes = attributesOfCells.find((each) => (attributes[each] ?? "1") !== "1");
    if (isInPlace !== true) this.#stop(`<${name}> stands here, where the table of a page in Markdown has none`);
    else if (changes !== undefined) this.#stop(`<${name}> has the attribute ${changes}`);
    else if (!isOfCell) this.#begin(name);
  }

  #isInPlace(name: string): boolean {
    const parent = this.#open.at(-1);
    if (parent === undefined) return name === "table" && this.#rows.length === 0;
    return Object.hasOwn(places, name) && places[name]?.includes(parent) === true;
  }

  #begin(name: string): void {
    if (name === "tr") this.#rows.push({ line: this.#lineAt(), isHead: true, cells: [] });
    if (name === "th" || name === "td") this.#cell = new HtmlCell();
    if (name !== "col") this.#open.push(name);
  }

  ontext(text: string): void {
    if (this.#cell !== undefined) this.#cell.say(text);
    else if (text.trim() !== "")
      this.#stop("words stand beside the cells of this table", this.#lineAt(text.search(/\S/)));
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (name === "col" || name === "br") return;
    if (isImplied) this.#stop(`a <${name}> of this table is never closed`);
    else if (!Object.hasOwn(places, name)) this.#cell?.close();
    else this.#end(name);
  }

  #end(name: string): void {
    this.#open.pop();
    const row = this.#rows.at(-1);
    if (this.#cell === undefined || row === undefined) return;
    if (this.#cell.hasEmptyLine) this.#stop("a cell of this table has an empty line, after which Markdown begins");
    if (name === "td" && !this.#open.includes("thead")) row.isHead = false;
    row.cells.push(this.#cell.content());
    const { escape: sign } = this.#cell;
    if (sign !== undefined) this.#stop(`a cell of this table has "${sign}", which is Markdown for "${sign.slice(1)}"`);
    this.#cell = undefined;
  }

  /** Nothing after the first thing that is not understood is looked at. */
  #stop(message: string, line = this.#lineAt()): void {
    this.unread ??= { line, message };
    this.#parser?.pause();
  }

  /** The line of what is being read, or of what comes so many characters after its beginning. */
  #lineAt(further = 0): number {
    const offset = (this.#parser?.startIndex ?? 0) + further;
    for (; this.#counted < offset; this.#counted += 1) if (this.#text[this.#counted] === "\n") this.#line += 1;
    return this.#line;
  }
}
