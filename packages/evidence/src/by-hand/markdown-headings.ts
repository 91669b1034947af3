import type { PageHeading } from "./page-text.js";

/**
 * The headings of Markdown: of Slate and API Blueprint too, which are Markdown with conventions. Only headings matter here, on pages of any length,
 * so that lines are looked at one by one and nothing is parsed: a parser of tables takes time that grows with the square of their length.
 */
export function markdownHeadings(lines: readonly string[]): readonly PageHeading[] {
  const headings: PageHeading[] = [];
  let fence: string | undefined;
  for (const [index, text] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== undefined) {
      if (mark !== undefined && closes(fence, mark, text)) fence = undefined;
      continue;
    }
    if (mark !== undefined) fence = mark;
    else headings.push(...headingAt(lines, index));
  }
  return headings;
}

function closes(fence: string, mark: string, line: string): boolean {
  return mark.charAt(0) === fence.charAt(0) && mark.length >= fence.length && line.trim() === mark;
}

function headingAt(lines: readonly string[], index: number): readonly PageHeading[] {
  const text = lines[index] ?? "";
  const [, marks, title] = /^ {0,3}(#{1,6})[ \t](.*)$/.exec(text) ?? [];
  if (marks !== undefined && title !== undefined)
    return [{ line: index + 1, depth: marks.length, title: words(withoutClosingMarks(title)) }];
  const underline = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(lines[index + 1] ?? "")?.[1];
  if (underline === undefined || !isParagraph(text)) return [];
  return [{ line: index + 1, depth: underline.startsWith("=") ? 1 : 2, title: words(text) }];
}

/** `## Title ##` ends with marks that are no part of the title. */
function withoutClosingMarks(title: string): string {
  const trimmed = title.trimEnd();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === "#") end -= 1;
  return end === 0 || /\s/.test(trimmed[end - 1] ?? "") ? trimmed.slice(0, end) : trimmed;
}

/** A line that an underline makes a heading of: no list, table, quotation, and no front matter's `key: value`. */
function isParagraph(line: string): boolean {
  return /^ {0,3}[^\s>|*+\-#`~]/.test(line) && !/^[\w-]+:(\s|$)/.test(line) && !line.includes("|");
}

/** Without the marks of emphasis and code. */
function words(text: string): string {
  return text.replace(/[`*]/g, "").replace(/\s+/g, " ").trim();
}
