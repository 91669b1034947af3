import type { Code, Heading, Nodes, RootContent } from "mdast";
import { withoutComments } from "./comments.js";

/** A heading and everything up to the next one of the same depth or above. */
export interface Section {
  readonly heading: Heading;
  readonly title: string;
  readonly content: readonly RootContent[];
}

/** The words of a node: entities decoded, marks of emphasis and links gone, HTML as it was written, without comments. */
export function textOf(node: Nodes | readonly Nodes[]): string {
  if (Array.isArray(node)) return node.map((child: Nodes) => textOf(child)).join("");
  const single = node as Nodes;
  if (single.type === "html") return withoutComments(single.value);
  if ("value" in single) return single.value;
  if (single.type === "break") return "\n";
  // A path of Rust in angle brackets, `<models::User>`, looks like an address in them.
  if (single.type === "link" && /^\w+::/.test(single.url) && textOf(single.children) === single.url)
    return `<${single.url}>`;
  return "children" in single ? textOf(single.children) : "";
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** True for the tags with which a page folds a part of itself away: `<details>`, `<summary>All of them</summary>`, `</details>`. */
export function isFolding(node: RootContent): boolean {
  return node.type === "html" && /^(?:\s|<\/?details\b[^<>]*>|<summary\b[^<>]*>[^<]*<\/summary>)+$/i.test(node.value);
}

/** The line on which the text of a block of code begins. */
export function textLineOf(code: Code): number {
  return code.data?.textLine ?? lineOf(code);
}

/** The text that a node was written as. */
export function sourceOf(node: Nodes, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** The sections of the given depth, and what stands before the first of them. Deeper headings are part of the content. */
export function splitSections(
  content: readonly RootContent[],
  isHeading: (heading: Heading) => boolean,
): { readonly before: readonly RootContent[]; readonly sections: readonly Section[] } {
  const starts = content.flatMap((node, index) => (node.type === "heading" && isHeading(node) ? [index] : []));
  const sections = starts.map((start, at): Section => {
    const heading = content[start] as Heading; // `starts` holds the indices of headings alone
    return { heading, title: textOf(heading).trim(), content: content.slice(start + 1, starts[at + 1]) };
  });
  return { before: content.slice(0, starts[0] ?? content.length), sections };
}

/** True for content with the links back that end a section or a page. */
export function linksBack(content: readonly RootContent[]): boolean {
  return content.some((node) => node.type === "paragraph" && /\[Back to/.test(textOf(node)));
}

/** Every node of one type, in the order of the page. */
export function nodesOfType<T extends Nodes["type"]>(node: Nodes, type: T): readonly Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = [];
  const visit = (current: Nodes): void => {
    if (current.type === type) found.push(current as Extract<Nodes, { type: T }>); // just compared
    if ("children" in current) current.children.forEach(visit);
  };
  visit(node);
  return found;
}

/** The words of a node on one line, with backticks kept around code: for sentences in which code marks the names. */
export function codeText(node: Nodes): string {
  if (node.type === "inlineCode") return `\`${node.value}\``;
  const text = "children" in node ? node.children.map((child) => codeText(child)).join("") : textOf(node);
  return text.replace(/\s+/g, " ");
}
