import { createHash } from "node:crypto";
import type { Root } from "mdast";
import { parseMarkdown } from "./markdown-tree.js";
import { withoutInvisible } from "./plain-text.js";

/** A page as it stands on disk, before anyone knows what it is for. */
export interface PageSource {
  /** Relative to the documentation folder, with `/` between its parts. */
  readonly file: string;
  /** Without byte order mark, and with line feeds alone as line ends. */
  readonly text: string;
}

/** A Markdown page, parsed. */
export interface MarkdownPage extends PageSource {
  readonly tree: Root;
}

/** Takes away what an editor may change without changing the page: the byte order mark and the kind of line ends. */
export function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

export function digestOf(source: PageSource): string {
  return `sha256:${createHash("sha256").update(source.text).digest("hex")}`;
}

export function parsePage(source: PageSource): MarkdownPage {
  const text = withoutInvisible(source.text);
  return { file: source.file, text, tree: parseMarkdown(withoutFrontMatter(text)) };
}

const frontMatter = /^---[ \t]*\n(?=[\w-]+[ \t]*:)(?:(?!---|\.\.\.).*\n)*(?:---|\.\.\.)[ \t]*(?=\n|$)/;

/** Generators of sites put what they need of a page above it. What stands below keeps its place. */
function withoutFrontMatter(text: string): string {
  return text.replace(frontMatter, (found) => found.replace(/[^\n]/g, " "));
}

/** The last part of a page's path without `.md`: `models/User.md` is `User`. */
export function pageName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}
