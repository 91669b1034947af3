import MarkdownIt, { type Token } from "markdown-it";
import type { PhrasingContent, Root, TableRow } from "mdast";
import { readPreformatted } from "./html-pre.js";
import { readHtmlTable } from "./html-table.js";
import { htmlTableRule } from "./html-table-rule.js";
import { Lines } from "./line-positions.js";

declare module "mdast" {
  interface CodeData {
    /** The line of the page on which the text of the code begins: below the fence, where there is one. */
    readonly textLine: number;
  }
}

/** CommonMark with the tables and the strikethrough of GitHub Flavored Markdown, and with tables in HTML. Its time grows with the length of the text. */
const parser = new MarkdownIt({ html: true }).use(htmlTableRule);

/** A node that is still being filled. */
interface Growing {
  readonly type: string;
  readonly children?: Growing[];
  readonly [field: string]: unknown;
}

/**
 * Reads Markdown into the nodes of mdast. Blocks have a position; what stands within a line has none. A row of a table keeps all of its cells,
 * also those beyond the table's columns.
 */
export function parseMarkdown(text: string): Root {
  const page = new Lines(text);
  const root: Growing = { type: "root", children: [], position: page.position(0, page.count) };
  const open: Growing[] = [root];
  for (const token of parser.parse(text, {})) {
    const parent = open.at(-1) ?? root;
    if (token.nesting === -1) {
      if (blocks[token.type.replace(/_close$/, "_open")] === undefined) continue;
      if (token.type === "tr_close") keepCells(parent, text);
      open.pop();
      continue;
    }
    if (token.type === "inline") {
      parent.children?.push(...inlineNodes(token.children ?? []));
      continue;
    }
    const node = blockOf(token, parent, page);
    if (node === undefined) continue;
    parent.children?.push(node);
    if (token.nesting === 1) open.push(node);
  }
  return root as unknown as Root; // built in the shape of mdast
}

type Block = (token: Token) => Readonly<Record<string, unknown>>;

const blocks: Readonly<Record<string, Block>> = {
  heading_open: ({ tag }) => ({ type: "heading", depth: Number(tag.slice(1)), children: [] }),
  paragraph_open: () => ({ type: "paragraph", children: [] }),
  bullet_list_open: () => ({ type: "list", ordered: false, children: [] }),
  ordered_list_open: () => ({ type: "list", ordered: true, children: [] }),
  list_item_open: () => ({ type: "listItem", children: [] }),
  blockquote_open: () => ({ type: "blockquote", children: [] }),
  table_open: () => ({ type: "table", children: [] }),
  tr_open: () => ({ type: "tableRow", children: [] }),
  th_open: () => ({ type: "tableCell", children: [] }),
  td_open: () => ({ type: "tableCell", children: [] }),
  fence: (token) => codeOf(token.content, /^\S+/.exec(token.info)?.[0] ?? null, lineOf(token) + 1),
  code_block: (token) => codeOf(token.content, null, lineOf(token)),
  html_table: (token) => htmlTable(token.content, lineOf(token)),
  html_block: (token) => htmlBlock(token.content, lineOf(token)),
  hr: () => ({ type: "thematicBreak" }),
};

function lineOf({ map }: Token): number {
  return (map?.[0] ?? 0) + 1;
}

function codeOf(text: string, lang: string | null, textLine: number): ReturnType<Block> {
  return { type: "code", lang, value: text.replace(/\n$/, ""), data: { textLine } };
}

/** A `<pre>` is code, as a fence is. */
function htmlBlock(html: string, line: number): ReturnType<Block> {
  const code = readPreformatted(html);
  return code === undefined
    ? { type: "html", value: html.replace(/\n$/, "") }
    : codeOf(code.text, code.lang, line + code.linesBefore);
}

/** What is not read of a table in HTML stays what it is. */
function htmlTable(text: string, line: number): ReturnType<Block> {
  const { rows, unread } = readHtmlTable(text, line);
  return rows === undefined ? { type: "html", value: text, data: { unread } } : { type: "table", children: rows };
}

/** A cell has the position of its row. */
function blockOf(token: Token, parent: Growing, page: Lines): Growing | undefined {
  const made = blocks[token.type]?.(token);
  if (made === undefined) return undefined;
  const position = token.map === null ? parent.position : page.position(token.map[0], token.map[1]);
  return { ...made, position } as unknown as Growing; // every block has a type
}

/** Gives a row the cells that its line has: the parser fills up short rows, and cuts long ones. */
function keepCells(row: Growing, text: string): void {
  const { position } = row as unknown as TableRow; // it was built as one
  const pieces = splitRow(text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
  row.children?.splice(pieces.length);
  for (const piece of pieces.slice(row.children?.length ?? 0))
    row.children?.push({ type: "tableCell", children: [...parseInline(piece)] as unknown as Growing[], position }); // nodes of the same making
}

/** The cells of a row as they are written, without the marks at its two ends and the backslash before a `|` in a cell. */
export function splitRow(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(^|[^\\])\|$/, "$1");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

const marks: Readonly<Record<string, string>> = { strong_open: "strong", em_open: "emphasis", s_open: "delete" };

function inlineNodes(tokens: readonly Token[]): readonly Growing[] {
  const root: Growing = { type: "root", children: [] };
  const open: Growing[] = [root];
  for (const token of tokens) {
    const children = open.at(-1)?.children;
    if (token.nesting === -1) open.pop();
    else if (token.nesting === 1) {
      const node: Growing = { type: marks[token.type] ?? "link", url: token.attrGet("href") ?? "", children: [] };
      children?.push(node);
      open.push(node);
    } else if (!isComment(token)) children?.push(leafOf(token));
  }
  return root.children ?? [];
}

/** What a comment in a line says is for nobody who reads the page. */
function isComment({ type, content }: Token): boolean {
  return type === "html_inline" && content.startsWith("<!--");
}

function leafOf({ type, content }: Token): Growing {
  if (type === "code_inline") return { type: "inlineCode", value: content };
  if (type === "html_inline") return { type: "html", value: content };
  if (type === "hardbreak") return { type: "break" };
  if (type === "image") return { type: "image", alt: content };
  return { type: "text", value: type === "softbreak" ? "\n" : content };
}

/** The words of a text without blocks: the content of a cell. */
export function parseInline(text: string): readonly PhrasingContent[] {
  const [inline] = parser.parseInline(text, {});
  return inlineNodes(inline?.children ?? []) as unknown as readonly PhrasingContent[]; // built in the shape of mdast
}
