import type { Nodes, PhrasingContent } from "mdast";
import { textOf } from "./markdown.js";
import { withoutInvisible } from "./plain-text.js";

/** The node that a tag stands for. Those without one change nothing about their words. */
const nodes: Readonly<Record<string, string | undefined>> = {
  a: "link",
  b: "strong",
  code: "inlineCode",
  del: "delete",
  em: "emphasis",
  i: "emphasis",
  kbd: undefined,
  p: undefined,
  s: "delete",
  samp: "inlineCode",
  span: undefined,
  strike: "delete",
  strong: "strong",
  tt: "inlineCode",
  u: undefined,
};

const deepest = 16;

interface OpenTag {
  readonly node: string | undefined;
  readonly url: string;
  readonly children: Growing[];
}

interface Growing {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What stands in one cell of a table in HTML, as the words of a cell in Markdown. */
export class HtmlCell {
  readonly #root: Growing[] = [];
  readonly #open: OpenTag[] = [];
  #text = "";
  #paragraphs = 0;
  #escape: string | undefined;
  #hasEmptyLine = false;

  /** An empty line, after which Markdown would begin. */
  get hasEmptyLine(): boolean {
    return this.#hasEmptyLine || /\n[ \t]*\n/.test(this.#text);
  }

  /** A sign as Markdown writes it, which HTML shows with its backslash: whoever wrote it meant the sign alone. */
  get escape(): string | undefined {
    return this.#escape;
  }

  /** Answers false for a tag that no cell in Markdown has the like of. */
  open(name: string, attributes: Readonly<Record<string, string>>): boolean {
    this.#endText();
    if (name === "br") {
      this.#children.push({ type: "html", value: "<br>" });
      return true;
    }
    if (name === "p") this.#paragraphs += 1;
    if (!Object.hasOwn(nodes, name) || this.#paragraphs > 1 || this.#open.length === deepest) return false;
    const { href: url } = attributes;
    this.#open.push({
      node: name === "a" && url === undefined ? undefined : nodes[name],
      url: url ?? "",
      children: [],
    });
    return true;
  }

  say(text: string): void {
    this.#text += text;
  }

  close(): void {
    this.#endText();
    const { node, url, children } = this.#open.pop() ?? { node: undefined, url: "", children: [] };
    if (node === undefined) this.#children.push(...children);
    else if (node === "inlineCode")
      this.#children.push({ type: node, value: textOf(children as unknown as Nodes[]) }); // built in the shape of mdast
    else this.#children.push({ type: node, url, children });
  }

  content(): readonly PhrasingContent[] {
    this.#endText();
    return this.#root as unknown as readonly PhrasingContent[]; // built in the shape of mdast
  }

  get #children(): Growing[] {
    return this.#open.at(-1)?.children ?? this.#root;
  }

  /** White space is one space, as a browser shows it. */
  #endText(): void {
    this.#hasEmptyLine = this.hasEmptyLine;
    this.#escape ??= /\\[_*|[\]<>`~#-]/.exec(this.#text)?.[0];
    const value = withoutInvisible(this.#text).replace(/[ \t\r\n\f]+/g, " ");
    if (value !== "") this.#children.push({ type: "text", value });
    this.#text = "";
  }
}
