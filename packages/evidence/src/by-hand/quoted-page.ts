import type { PageSource } from "../read/page-source.js";
import { type CollapsedText, collapseLines } from "./collapsed-text.js";
import { readHtml } from "./html-lines.js";
import { markdownHeadings } from "./markdown-headings.js";

/** A heading of a page. */
export interface PageHeading {
  /** From 1. */
  readonly line: number;
  /** From 1, the highest, to 6. */
  readonly depth: number;
  /** Its words, with white space collapsed. */
  readonly title: string;
}

/** A page that facts are quoted from: what a reader sees on each line of its file. */
export interface QuotedPage {
  readonly file: string;
  readonly source: PageSource;
  readonly lines: readonly string[];
  readonly headings: readonly PageHeading[];
  readonly collapsed: CollapsedText;
  /** Where the rest of the page could not be read, and why. */
  readonly unread: { readonly line: number; readonly message: string } | undefined;
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
