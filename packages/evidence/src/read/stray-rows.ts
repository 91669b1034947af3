import { withoutComments } from "./comments.js";
import { lineOf, sourceOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Problem } from "./problem.js";

/** The blocks that end a table, in the words of a problem. */
const holders: Readonly<Record<string, string>> = {
  blockquote: "a block quotation",
  code: "a block of code",
  heading: "a heading",
  html: "a block of HTML",
  list: "a list",
};

/** A cell in bold and its end: what rows begin with. */
const namedRow = /\*\*[^|*]+\*\*[^|]{0,200}\|/;

/** Rows that a mark before them, or around them, made something else of: they would be left out. */
export function strayRows(page: MarkdownPage): readonly Problem[] {
  return page.tree.children.flatMap((node, index, all) => {
    const holder = holders[node.type];
    if (holder === undefined) return [];
    const isBelowTable = all[index - 1]?.type === "table";
    const source = sourceOf(node, page.text);
    const found = (node.type === "html" ? withoutComments(source) : source)
      .split("\n")
      .findIndex((line) => namedRow.test(line) || (isBelowTable && line.split(/(?<!\\)\|/).length > 1));
    if (found === -1) return [];
    const message = `this row of a table stands in ${holder}, and in no table`;
    return [
      {
        file: page.file,
        line: lineOf(node) + found,
        message,
        fix: "Write it below the row before it, as that one is written",
      },
    ];
  });
}
