import MarkdownIt from "markdown-it";
import type { PageHeading } from "./page-text.js";

/** Blocks alone: only headings matter here, on pages of any length. */
const parser = new MarkdownIt("commonmark").enable("table");
parser.core.ruler.disable("inline");

/** The headings of Markdown: of Slate and API Blueprint too, which are Markdown with conventions. Those within lists and quotations are none. */
export function markdownHeadings(lines: readonly string[]): readonly PageHeading[] {
  const first = afterFrontMatter(lines);
  const tokens = parser.parse(lines.slice(first).join("\n"), {});
  return tokens.flatMap(({ type, level, map, tag }, index) =>
    type === "heading_open" && level === 0 && map !== null
      ? [{ line: first + map[0] + 1, depth: Number(tag.slice(1)), title: words(tokens[index + 1]?.content ?? "") }]
      : [],
  );
}

/** The index of the line that front matter ends before, which Markdown would take for a heading; 0 where there is none. */
function afterFrontMatter(lines: readonly string[]): number {
  return lines[0]?.trimEnd() === "---"
    ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---") + 1
    : 0;
}

/** Without the marks of emphasis and code. */
function words(text: string): string {
  return text.replace(/[`*]/g, "").replace(/\s+/g, " ").trim();
}
