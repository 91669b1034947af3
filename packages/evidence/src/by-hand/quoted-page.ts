import type { PageSource } from "../read/page-source.js";
import { type CollapsedText, collapseLines } from "./collapsed-text.js";
import { collectionHeadings } from "./collection-headings.js";
import { type ExtractedText, readExtracted } from "./extracted-text.js";
import { readHtml } from "./html-lines.js";
import { markdownHeadings } from "./markdown-headings.js";
import type { PageHeading, PageText } from "./page-text.js";

/** A page that facts are quoted from. */
export interface QuotedPage extends PageText {
  readonly file: string;
  readonly source: PageSource;
  readonly collapsed: CollapsedText;
  /** Of a text whose lines and pages may end anywhere. */
  readonly extracted?: ExtractedText;
}

export type PageKind = "Markdown" | "HTML" | "JSON" | "text";

const kinds: readonly (readonly [extension: RegExp, kind: PageKind])[] = [
  // Some generators of sites fill templates in: what these hold is code of theirs, and text like any other.
  [/\.(md|markdown|mdx|apib)(\.erb)?$/i, "Markdown"],
  [/\.x?html?$/i, "HTML"],
  [/\.json$/i, "JSON"],
  [/\.(txt|text|rst|adoc)$/i, "text"],
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
  if (pageKind(source.file) === "text") {
    const extracted = readExtracted(lines);
    return {
      file: source.file,
      source,
      lines,
      headings: [],
      collapsed: extracted.collapsed,
      extracted,
      unread: undefined,
    };
  }
  const headings = headingsOf(source, lines);
  return { file: source.file, source, lines, headings, collapsed: collapseLines(lines), unread: undefined };
}

function headingsOf({ file, text }: PageSource, lines: readonly string[]): readonly PageHeading[] {
  const kind = pageKind(file);
  if (kind === "Markdown") return markdownHeadings(lines);
  return kind === "JSON" ? collectionHeadings(text) : [];
}
