import type { Heading, Html, Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** Reads a README as npm and GitHub do: CommonMark with tables. */
export function readMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** Everything in a tree, from the top down. */
export function allNodes(node: Nodes): readonly Nodes[] {
  const found: Nodes[] = [];
  const pending: Nodes[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    if ("children" in next) pending.push(...[...next.children].reverse());
  }
  return found;
}

/** The headings that stand by themselves, such as `## Install`. */
export function headingsOf(root: Root): readonly string[] {
  return root.children
    .filter((node): node is Heading => node.type === "heading")
    .map((heading) => `${"#".repeat(heading.depth)} ${textOf(heading)}`);
}

export function textOf(node: Nodes): string {
  return allNodes(node)
    .map((inner) => ("value" in inner ? inner.value : ""))
    .join("");
}

/** The marks around what people own, which stand at the top of a README once each. */
const ownMarks = [
  "<!-- yours: what stands from here to the next mark is kept when this file is generated again -->",
  "<!-- end of yours -->",
];

/** What a reader would run or follow, but for links to the web and mail. The first node is left out, our own mark, and the marks of what people own. */
export function dangersOf(root: Root): readonly string[] {
  const top = root.children.filter((node): node is Html => node.type === "html");
  const ours = [root.children[0], ...ownMarks.map((mark) => top.find(({ value }) => value === mark))];
  return allNodes(root).flatMap((node) => {
    if (node.type === "html") return ours.includes(node) ? [] : [`HTML: ${node.value}`];
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return [];
    return isHarmless(node.url) ? [] : [`a link to ${node.url}`];
  });
}

/** By what a browser makes of it: it ignores what cannot be seen, and the case of a scheme. */
function isHarmless(url: string): boolean {
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(url.replace(/[\p{C}\s]/gu, "")) ?? [];
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
}
