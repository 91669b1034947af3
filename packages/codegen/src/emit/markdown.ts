import { columns } from "../print/index.js";

/** Door for a document's prose in Markdown, which is CommonMark already (OpenAPI 3.1.1, 4.6): all but HTML means what it says. */
export function prose(text: string): string {
  return visible(text)
    .trim()
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replace(/^(#{1,6} )/gm, "##$1");
}

/** Door for a text that means only itself. */
export function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}

/** Door for a name or a path: a code span, with a mark longer than any row of backticks in it (CommonMark 0.31, 6.1). */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((row) => row.length));
  const mark = "`".repeat(longest + 1);
  const content = oneLine(text);
  const padding = /^`|`$/.test(content) ? " " : "";
  return `${mark}${padding}${content}${padding}${mark}`;
}

/** A table with columns of even width; a cell is what one of the doors gave. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => columns(row[column] ?? ""))));
  const rules = widths.map((width) => "-".repeat(width));
  const [first = [], ...others] = cells;
  return [first, rules, ...others].map((row) => tableRow(row, widths)).join("\n");
}

function tableRow(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((text, column) => text + " ".repeat((widths[column] ?? 0) - columns(text))).join(" | ")} |`;
}

/** A bar ends a cell, in a code span too. */
function cell(text: string): string {
  return oneLine(text).replace(/(?<!\\)\|/g, "\\|");
}

export function fence(language: string, source: string): string {
  return `\`\`\`${language}\n${source}\n\`\`\``;
}

function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, " ").trim();
}

/** Without what cannot be seen. */
function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{C}\n\t]/gu, "");
}
