import type { Heading, Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { slugOf } from "./slug.js";

/** A link of a page: where it leads to, and where the text of that is in the source. */
export interface Link {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

export interface PageHeading {
  readonly depth: number;
  readonly text: string;
  readonly slug: string;
}

/** What is read of a page. */
export interface Outline {
  readonly links: readonly Link[];
  readonly headings: readonly PageHeading[];
  /** The text of the first paragraph. */
  readonly first: string;
}

export function outlineOf(text: string): Outline {
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const nodes = allNodes(root);
  const paragraph = root.children.find(({ type }) => type === "paragraph");
  return {
    links: nodes.flatMap((node) => linkOf(node, text)),
    headings: withSlugs(nodes.filter((node) => node.type === "heading")),
    first: paragraph === undefined ? "" : textOf(paragraph),
  };
}

function allNodes(root: Root): readonly Nodes[] {
  const found: Nodes[] = [];
  const pending: Nodes[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    if ("children" in next) pending.push(...[...next.children].reverse());
  }
  return found;
}

/** The last place in a link where its URL stands; HTML has its own links, which are read by their attributes. */
function linkOf(node: Nodes, text: string): readonly Link[] {
  const from = node.position?.start.offset ?? 0;
  const source = text.slice(from, node.position?.end.offset);
  if (node.type === "html") {
    return [...source.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(({ 0: whole, 1: url = "", index }) => {
      const start = from + index + whole.length - url.length - 1;
      return { url, start, end: start + url.length };
    });
  }
  if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return [];
  const at = source.lastIndexOf(node.url);
  return at < 0 ? [] : [{ url: node.url, start: from + at, end: from + at + node.url.length }];
}

function withSlugs(headings: readonly Heading[]): readonly PageHeading[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const text = textOf(heading);
    const slug = slugOf(text);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return { depth: heading.depth, text, slug: count === 0 ? slug : `${slug}-${count}` };
  });
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.type === "html" ? "" : node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
