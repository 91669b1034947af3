import { inlineProse } from "./inline-prose.js";
import { anyone, type Reader } from "./reader.js";
import { visible } from "./visible.js";

/**
 * Door for a document's prose in Markdown, which is CommonMark already (OpenAPI 3.1.1, 4.6): all but HTML means what it says, in a form that
 * nothing after it depends on. Code is in fences that end, headings are right below the two levels of a README, without gaps between their levels, and what
 * belongs to a list or a quotation cannot reach out of it.
 */
export function prose(text: string, reader: Reader = anyone): string {
  return proseParts(text, reader)
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The same, divided before its first heading; where it has none, the second part is empty. */
export function proseParts(text: string, reader: Reader = anyone): readonly [lead: string, rest: string] {
  const rows = visible(text).trimEnd().split("\n");
  const first = rows.findIndex((row) => row.trim() !== "");
  const writer = new ProseWriter(0, reader);
  const written = writer.write(rows.slice(first));
  const at = writer.firstHeading ?? written.length;
  return [written.slice(0, at).join("\n").trimEnd(), written.slice(at).join("\n").trimEnd()];
}

/** Quotations in quotations; deeper ones are text. */
const maxDepth = 8;
const fence = /^( *(?:(?:[-+*]|\d{1,9}[.)]) +)*)(`{3,}|~{3,})(.*)$/s;
const heading = /^ *(#{1,6})(?=\s|$)/;
const underline = /^ *(=+|-+)\s*$/;
const listItem = /^\s*(?:[-+*]|\d{1,9}[.)])(?:\s|$)/;
const headingInItem = /^(\s*(?:(?:[-+*]|\d{1,9}[.)])\s+|>\s*)+)(#{1,6})(?=\s|$)/;

class ProseWriter {
  private readonly depth: number;
  private readonly reader: Reader;
  private readonly written: string[] = [];
  /** Where headings are among what is written, with their marks as they were. */
  private readonly headings = new Map<number, string>();
  /** The rows of the paragraph that is read. */
  private paragraph: string[] = [];
  /** Whether an indented row may belong to an item of a list. */
  private inList = false;

  constructor(depth: number, reader: Reader) {
    this.depth = depth;
    this.reader = reader;
  }

  write(source: readonly string[]): readonly string[] {
    const rows = source.map((row) => row.replace(/^[ \t]+/, (space) => space.replaceAll("\t", "    ")));
    for (let index = 0; index < rows.length; ) index = this.block(rows, index);
    this.flush();
    this.rankHeadings();
    return this.written;
  }

  /** Undefined where there is none. */
  get firstHeading(): number | undefined {
    const [first] = this.headings.keys();
    return first;
  }

  /** A text may begin with any level, and leave levels out. */
  private rankHeadings(): void {
    const depths = [...new Set([...this.headings.values()].map((mark) => mark.length))].sort(
      (one, other) => one - other,
    );
    for (const [index, mark] of this.headings) {
      const rank = depths.indexOf(mark.length) + 1;
      this.written[index] = `${lowered("#".repeat(rank))}${(this.written[index] ?? "").slice(mark.length)}`;
    }
  }

  /** Writes what begins at a row, and answers where the next begins. */
  private block(rows: readonly string[], index: number): number {
    const row = rows[index] ?? "";
    const indentation = indentationOf(row);
    const isText = indentation > 3 && !this.inList;
    if (row.trim() === "") return this.blank(index);
    if (isText) return this.paragraph.length === 0 ? this.indentedCode(rows, index) : this.text(row, index);
    if (fence.test(row) && !isSpan(row)) return this.fenced(rows, index);
    if (row.startsWith(">", indentation)) return this.quotation(rows, index);
    if (heading.test(row)) return this.heading(row, index);
    if (underline.test(row) && this.paragraph.length > 0) return this.underlined(row, index);
    return this.text(row, index);
  }

  private blank(index: number): number {
    this.flush();
    this.written.push("");
    return index + 1;
  }

  private text(row: string, index: number): number {
    if (listItem.test(row)) this.inList = true;
    else if (this.paragraph.length === 0 && /^\S/.test(row)) this.inList = false;
    this.paragraph.push(row);
    return index + 1;
  }

  private flush(): void {
    const inTable = this.paragraph.some((row) => /^[\s|:-]+$/.test(row) && row.includes("-"));
    for (const row of this.paragraph) this.written.push(this.inline(loweredInItem(row), inTable));
    this.paragraph = [];
  }

  private inline(line: string, inTable = false): string {
    return inlineProse(line, inTable, this.reader);
  }

  private separate(): void {
    if ((this.written.at(-1) ?? "") !== "") this.written.push("");
  }

  /** At the start of the line, whatever it was in, so that it is certain where it ends. */
  private fenced(rows: readonly string[], start: number): number {
    const [, before = "", mark = "", info = ""] = fence.exec(rows[start] ?? "") ?? [];
    this.flush();
    if (before.trim() !== "") {
      // Right below a paragraph, the mark of an item alone would make that a heading.
      this.separate();
      this.written.push(before.trimEnd());
    }
    this.written.push(`${mark}${this.reader.isSite ? languageOf(info) : info.trimEnd()}`);
    let index = start + 1;
    for (; index < rows.length; index += 1) {
      const row = dedented(rows[index] ?? "", before.length);
      if (closes(row, mark)) break;
      this.written.push(row);
    }
    this.written.push(mark);
    return index + 1;
  }

  private indentedCode(rows: readonly string[], start: number): number {
    let end = start;
    while (end < rows.length && /^(?: {4}|\s*$)/.test(rows[end] ?? "")) end += 1;
    const source = rows.slice(start, end).map((row) => dedented(row, 4));
    while (source.at(-1)?.trim() === "") source.pop();
    const longest = source.reduce((length, row) => Math.max(length, /^\s*(`*)/.exec(row)?.[1]?.length ?? 0), 2);
    const mark = "`".repeat(longest + 1);
    for (const written of [mark, ...source, mark, ""]) this.written.push(written);
    return end;
  }

  private quotation(rows: readonly string[], start: number): number {
    this.flush();
    let end = start;
    while (end < rows.length && /^ *>/.test(rows[end] ?? "")) end += 1;
    const quoted = rows.slice(start, end).map((row) => row.replace(/^ *> ?/, ""));
    const inner =
      this.depth < maxDepth ? new ProseWriter(this.depth + 1, this.reader).write(quoted) : [this.flattened(quoted)];
    for (const written of inner) this.written.push(`> ${written}`.trimEnd());
    // A row after it would go on with its last paragraph (CommonMark 0.31, 5.1).
    this.written.push("");
    return end;
  }

  private heading(row: string, index: number): number {
    this.flush();
    this.inList = false;
    const [, mark = ""] = heading.exec(row) ?? [];
    this.writeHeading(mark, this.inline(row.trimStart().slice(mark.length)));
    return index + 1;
  }

  /** A heading, or a row of dashes below a list (CommonMark 0.31, 4.3). */
  private underlined(row: string, index: number): number {
    const mark = row.trim();
    if (this.inList) {
      if (mark.startsWith("=")) return this.text(row.replace("=", "\\="), index);
      this.flush();
      this.separate();
      this.written.push("---");
      return index + 1;
    }
    const title = this.paragraph.map((part) => part.replace(/\\$/, "").trim()).join(" ");
    this.paragraph = [];
    this.writeHeading(mark.startsWith("=") ? "#" : "##", ` ${this.inline(title)}`);
    return index + 1;
  }

  private writeHeading(mark: string, title: string): void {
    this.headings.set(this.written.length, mark);
    this.written.push(`${mark}${title}`);
  }

  /** Rows as one line of text. */
  private flattened(rows: readonly string[]): string {
    const text = rows.map((row) => row.replace(/^[\s>]+/, "").trim()).join(" ");
    return loweredInItem(this.inline(text.replace(/^[#=]/, "\\$&")));
  }
}

/** The first word after the mark of a fence; what comes after it means something else to each reader. */
function languageOf(info: string): string {
  return /^\s*([\w#+-]+)/.exec(info)?.[1] ?? "";
}

/** Backticks after those at the start make it a span of code (CommonMark 0.31, 4.5). */
function isSpan(row: string): boolean {
  const [, , mark = "", info = ""] = fence.exec(row) ?? [];
  return mark.startsWith("`") && info.includes("`");
}

function closes(row: string, mark: string): boolean {
  const text = row.trim();
  return /^ {0,3}\S/.test(row) && text.length >= mark.length && text === mark.charAt(0).repeat(text.length);
}

/** Without as many spaces at its start as there are, up to a number. */
function dedented(row: string, by: number): string {
  return row.slice(Math.min(by, indentationOf(row)));
}

function indentationOf(row: string): number {
  return /^ */.exec(row)?.[0].length ?? 0;
}

/** README.md has a title and sections of its own. */
function lowered(mark: string): string {
  return "#".repeat(Math.min(6, mark.length + 2));
}

function loweredInItem(row: string): string {
  return row.replace(headingInItem, (_, before: string, mark: string) => before + lowered(mark));
}
