import type { RootContent } from "mdast";
import { lineOf, sourceOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Problem } from "./problem.js";

/** What takes everything up to its end, in HTML. */
const open: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^\s*(<!--)/, /-->/],
  [/^\s*(<\?)/, /\?>/],
  [/^\s*(<!\[CDATA\[)/i, /\]\]>/],
  [/^\s*(<(?:script|style|textarea|pre)\b)/i, /<\/(?:script|style|textarea|pre)>/i],
];

/** A comment, a script or a block of code that has no end: the rest of the page is in it, and is not read. */
export function unclosedBlocks(page: MarkdownPage): readonly Problem[] {
  return page.tree.children.flatMap((node) => {
    const mark = unclosedMark(node, page);
    if (mark === undefined) return [];
    const message = `"${mark}" is never closed, so that nothing below it is read`;
    return [{ file: page.file, line: lineOf(node), message, fix: "Close it, or take it away" }];
  });
}

function unclosedMark(node: RootContent, page: MarkdownPage): string | undefined {
  if (node.type === "code") return unclosedFence(sourceOf(node, page.text));
  if (node.type !== "html") return undefined;
  const found = open.find(([start, end]) => start.test(node.value) && !end.test(node.value));
  return found?.[0].exec(node.value)?.[1];
}

function unclosedFence(source: string): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1];
  const last = source.slice(source.lastIndexOf("\n") + 1).trim();
  if (mark === undefined || (source.includes("\n") && last.startsWith(mark))) return undefined;
  return mark;
}
