import type { Heading, RootContent, Table, TableRow } from "mdast";
import { isFolding, lineOf, sourceOf, textOf } from "../markdown.js";
import { splitRow } from "../markdown-tree.js";
import type { MarkdownPage } from "../page-source.js";
import type { Reading } from "../reading.js";
import { columnsOf, type Row, readRows } from "../table.js";
import { readSchemaNotes } from "./schema-notes.js";

/**
 * A place on a page of the "tags" layout. The depth of a heading does not tell what it is part of: the schemas of a table stand below it
 * in the order of its rows, each with its own below it, so that a page is read from its beginning to its end.
 */
export class Cursor {
  readonly page: MarkdownPage;
  readonly reading: Reading;
  readonly #nodes: readonly RootContent[];
  #at = 0;

  constructor(nodes: readonly RootContent[], page: MarkdownPage, reading: Reading) {
    this.#nodes = nodes.filter((node) => !isFolding(node));
    this.page = page;
    this.reading = reading;
  }

  /** The line of what comes next, or of the last node. */
  get line(): number {
    const node = this.#nodes[this.#at] ?? this.#nodes.at(-1);
    return node === undefined ? 1 : lineOf(node);
  }

  peek(): RootContent | undefined {
    return this.#nodes[this.#at];
  }

  take(): RootContent | undefined {
    const node = this.peek();
    if (node !== undefined) this.#at += 1;
    return node;
  }

  /** Takes the next node when it is a heading with the given words, whatever its depth. */
  heading(title: string): Heading | undefined {
    const node = this.peek();
    if (node?.type !== "heading" || textOf(node).trim() !== title) return undefined;
    this.#at += 1;
    return node;
  }

  /** Takes everything up to the next heading or table. */
  texts(): readonly RootContent[] {
    const start = this.#at;
    for (let node = this.peek(); node !== undefined && node.type !== "heading" && node.type !== "table"; ) {
      this.#at += 1;
      node = this.peek();
    }
    return this.#nodes.slice(start, this.#at);
  }

  /** The titles of the columns of the table that comes next, in lower case and with commas between them. */
  columns(): string {
    const node = this.peek();
    return node?.type === "table" ? columnsOf(node).join() : "";
  }

  /** Takes the table that comes next, if it has the given columns. Undefined, and a problem, where it has not. */
  table(columns: string): readonly Row[] | undefined {
    if (this.columns() !== columns) {
      this.problem(`there is no table with the columns ${columns.replaceAll(",", ", ")}`);
      return undefined;
    }
    const table = this.take() as Table; // it has columns
    const [, row, second] = table.children;
    if (row !== undefined && second === undefined && textOf(row).trim() === "") return [emptyRow(row, columns)];
    const titles = columns.split(",");
    // Parameters have a sentence in the place of notes.
    const isLast = titles[0] === "name" || titles.at(-1) !== "notes" ? {} : { isLast: isNotes, mayLackLast: true };
    return readRows({ table, rest: this.#cutOff() }, this.page, this.reading, {
      open: titles.indexOf("description"),
      ...isLast,
    });
  }

  /** Rows that an empty line cut off from their table. */
  #cutOff(): readonly RootContent[] {
    const start = this.#at;
    const isRows = (node: RootContent | undefined): boolean =>
      node?.type === "paragraph" &&
      sourceOf(node, this.page.text)
        .split("\n")
        .some((line) => splitRow(line).length > 1);
    while (isRows(this.peek())) this.#at += 1;
    return this.#nodes.slice(start, this.#at);
  }

  problem(message: string): void {
    this.reading.problem(this.line, message, "Get the whole page, as it was published");
  }
}

function isNotes(text: string): boolean {
  return readSchemaNotes(text).rest === "";
}

/** A row that says nothing: that of a schema without a type. It begins with the bar that ends its first cell, which Markdown does not count. */
function emptyRow(row: TableRow, columns: string): Row {
  const cells = columns.split(",").map(() => ({ text: "", link: undefined, strong: false, struck: false }));
  return { line: lineOf(row), cells };
}
