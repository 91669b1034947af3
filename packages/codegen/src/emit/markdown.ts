import { columns, decodeEntities } from "../print/index.js";
import { inlineProse } from "./inline-prose.js";
import { anyone, type Reader } from "./reader.js";
import { siteText } from "./site-text.js";
import { oneLine } from "./visible.js";

/** Door for a document's prose where there is only one line: in a cell of a table. */
export function phrase(text: string, reader: Reader = anyone): string {
  return inlineProse(oneLine(text), false, reader);
}

/** Door for a text that means only itself, but for characters that are written as in HTML: a title or a summary. */
export function plain(text: string, isSite = false): string {
  const written = oneLine(decodeEntities(text)).replace(/[\\`*_[\]<>#|~]|&(?=[#\w])/g, "\\$&");
  return isSite ? siteText(written) : written;
}

/** Door for a name or a path: a code span, with a mark longer than any row of backticks in it (CommonMark 0.31, 6.1). */
export function codeSpan(text: string): string {
  const content = oneLine(text);
  if (content === "") return "` `";
  const longest = (content.match(/`+/g) ?? []).reduce((length, row) => Math.max(length, row.length), 0);
  const mark = "`".repeat(longest + 1);
  const padding = /^`|`$/.test(content) ? " " : "";
  return `${mark}${padding}${content}${padding}${mark}`;
}

// What is longer is not waited for: the rows of a table would all be as long as the longest.
const widest = 160;

/** A table with columns of even width; a cell is what one of the doors gave. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) =>
    cells.reduce((width, row) => Math.max(width, Math.min(widest, columns(row[column] ?? ""))), 3),
  );
  const rules = widths.map((width) => "-".repeat(width));
  const [first = [], ...others] = cells;
  return [first, rules, ...others].map((row) => tableRow(row, widths)).join("\n");
}

function tableRow(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((text, column) => text + " ".repeat(Math.max(0, (widths[column] ?? 0) - columns(text)))).join(" | ")} |`;
}

/** A bar ends a cell, in a code span too, unless an odd number of backslashes is before it. */
function cell(text: string): string {
  return text.replace(/(?<!\\)(\\*)\|/g, (all, before: string) => (before.length % 2 === 0 ? `${before}\\|` : all));
}

/** A block of code, with a mark longer than any row of backticks in it (CommonMark 0.31, 4.5). */
export function fence(language: string, source: string): string {
  const longest = (source.match(/`{3,}/g) ?? []).reduce((length, row) => Math.max(length, row.length), 2);
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${source}\n${mark}`;
}

/** A link to a place on the web; a text that is none is shown as it is. */
export function webLink(url: string): string {
  const text = oneLine(url);
  return /^https?:\/\/[^\s<>\\`]+$/i.test(text) ? `<${text}>` : codeSpan(text);
}

export function section(title: string, ...paragraphs: readonly string[]): string {
  return [`## ${title}`, ...paragraphs].join("\n\n");
}

export function firstParagraph(text = ""): string {
  return text
    .trim()
    .split(/\n\s*\n/, 1)
    .join("");
}
