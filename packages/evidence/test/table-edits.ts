import MarkdownIt from "markdown-it";
import type { Meaning, PageEdit } from "./page-edit.js";

/** A table in Markdown: its head, its rule and its rows. */
const table = /^\|? ?\w[^\n]*\|[^\n]*\n\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:?)?[^\n]*\n(?:[^\n]*\|[^\n]*\n)+/gm;
const markdown = new MarkdownIt();

/** Edits that write the tables of a page in HTML, as a browser shows them. */
export const tableEdits: readonly PageEdit[] = [
  inHtml("tables in HTML", "nothing", (html) => html),
  inHtml("tables in HTML, each on one line", "nothing", (html) => html.replaceAll("\n", "")),
  inHtml("tables in HTML, with empty lines and indents", "nothing", (html) =>
    html.replace(/^<(tr|t[hd])/gm, "\n      <$1"),
  ),
  inHtml("tables in HTML, in capitals and with attributes", "nothing", (html) =>
    html
      .replace(/<(\/?)t(\w+)/g, (_, end: string, name: string) => `<${end}T${name.toUpperCase()}`)
      .replace(/<TD/g, '<TD class="cell" align=left'),
  ),
  inHtml("tables in HTML, with lists of columns", "nothing", (html) =>
    html.replace("<table>", "<table>\n<colgroup><col><col></colgroup>"),
  ),
  inHtml("tables in HTML without a head", "damage", (html) =>
    html.replace(/<(\/?)th\b/g, "<$1td").replace(/<\/?thead>/g, ""),
  ),
  inHtml("a cell in HTML that is never closed", "damage", (html) => html.replace("</td>", "")),
  inHtml("a row in HTML that is never closed", "damage", (html) => html.replace(/<\/tr>(?=\s*<\/tbody>)/, "")),
  inHtml("a table in HTML that is never closed", "damage", (html) => html.replace("</table>", "")),
  inHtml("a cell in HTML over two rows", "damage", (html) => html.replace("<td", '<td rowspan="2"')),
  inHtml("a cell in HTML over two columns", "damage", (html) => html.replace("<td", '<td colspan="2"')),
  inHtml("a cell in HTML less", "damage", (html) => html.replace(/<td.*<\/td>\n/, "")),
  inHtml("a table in a cell", "damage", (html) => html.replace("</td>", "<table><tr><td>size</td></tr></table></td>")),
  inHtml("a list in a cell", "damage", (html) => html.replace("</td>", "<ul><li>size</li></ul></td>")),
  inHtml("words between rows in HTML", "damage", (html) => html.replace("</tr>\n", "</tr>\nsize\n")),
  inHtml("tables in HTML in items of a list", "damage", (html) => `- One:\n\n${html.replace(/^(?=.)/gm, "  ")}`),
  inHtml("tables in HTML in quotations", "damage", (html) => html.replace(/^(?=.)/gm, "> ")),
  inHtml("tables in HTML that are indented by four", "damage", (html) => html.replace(/^(?=.)/gm, "    ")),
  inHtml("tables in HTML that are folded away", "nothing", (html) => `<details>\n\n${html}\n</details>\n`),
  inHtml(
    "tables in HTML that are folded away without empty lines",
    "damage",
    (html) => `<details>\n${html}</details>\n`,
  ),
  inHtml("a second head in HTML", "damage", (html) =>
    html.replace(/<thead>\n(.*?)<\/thead>/s, "<thead>\n$1$1</thead>"),
  ),
];

function inHtml(kind: string, meaning: Meaning, change: (html: string) => string): PageEdit {
  return {
    kind,
    meaning,
    apply: (text) => text.replace(table, (written) => (isWhole(written) ? change(htmlOf(written)) : written)),
  };
}

/** A browser shows no cell beyond those of the head, and shows one that is left out as empty. */
function isWhole(written: string): boolean {
  const counts = written
    .trim()
    .split("\n")
    .map(
      (row) =>
        row
          .trim()
          .replace(/^\||\|$/g, "")
          .split("|").length,
    );
  return counts.every((count) => count === counts[0]) && !written.includes("\\|");
}

function htmlOf(written: string): string {
  return `${markdown.render(written)}\n`;
}
