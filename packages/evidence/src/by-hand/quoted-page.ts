import type { PageSource } from "../read/page-source.js";
import { type CollapsedText, collapseLines } from "./collapsed-text.js";
import { readHtml } from "./html-lines.js";
import { markdownHeadings } from "./markdown-headings.js";
import type { PageText } from "./page-text.js";

/** A page that facts are quoted from. */
export interface QuotedPage extends PageText {
  readonly file: string;
  readonly source: PageSource;
  readonly collapsed: CollapsedText;
}

export type PageKind = "Markdown" | "HTML" | "text";

const kinds: readonly (readonly [extension: RegExp, kind: PageKind])[] = [
  [/\.(md|markdown|mdx|apib)$/i, "Markdown"],
  [/\.x?html?$/i, "HTML"],
  [/\.(txt|text|rst|adoc|json)$/i, "text"],
];

/** What a file is read as, by its name. Undefined for what no page is written in. */
export function pageKind(file: string): PageKind | undefined {
  return kinds.find(([extension]) => extension.test(file))?.[1];
}

export function quotePage(source: PageSource): QuotedPage {
  if (pageKind(source.file) === "HTML") {
    const { lines, headings, unread } = readHtml(source.text);
    return { file: source.file, source, lines, headings, collapsed: collapseLines(lines), unread };
  }
  const lines = source.text.split("\n");
  const headings = pageKind(source.file) === "Markdown" ? markdownHeadings(lines) : [];
  return { file: source.file, source, lines, headings, collapsed: collapseLines(lines), unread: undefined };
}
