import type { ListItem, Table } from "mdast";
import { textMark } from "../facts/text-mark.js";
import { isReadmeAuthorization, readReadmeAuthorization } from "./authorization-readme.js";
import { codeText, lineOf, nodesOfType } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { readScheme } from "./scheme-row.js";
import { readStatement, type StatementContext } from "./statements.js";
import { columnsOf } from "./table.js";

/** True for `authorization.md`, and for a README with the part `Documentation for Authorization`. */
export function isAuthorizationPage(page: MarkdownPage): boolean {
  return /(^|\/)authorization\.md$/i.test(page.file) || isReadmeAuthorization(page);
}

/**
 * Reads what a provider says about credentials. A table names the schemes; each item of a list is one statement. A statement of a form
 * that the reader does not know is a fact all the same, which has to be waived: it is never left out without a word.
 */
export function readAuthorizationPage(page: MarkdownPage, reading: Reading): void {
  if (isReadmeAuthorization(page)) {
    readReadmeAuthorization(page, reading);
    return;
  }
  const table = page.tree.children.find((node): node is Table => node.type === "table");
  if (table === undefined || columnsOf(table)[0] !== "scheme" || columnsOf(table)[1] !== "type") {
    const message = "there is no table of security schemes";
    reading.problem(
      table && lineOf(table),
      message,
      "Its columns have to be scheme, type, and where or how it is sent",
    );
    return;
  }
  const schemes = table.children.slice(1).map((row) => readScheme(row, columnsOf(table), reading));
  const oauth = schemes.find((scheme) => scheme?.type === "oauth2")?.name;
  const items = page.tree.children.flatMap((node) => (node.type === "list" ? node.children : []));
  for (const item of items) readItem(item, { oauth }, reading);
}

/** An item with a list of its own introduces it: the items inside are the statements. */
function readItem(item: ListItem, context: StatementContext, reading: Reading): void {
  const inner = item.children.flatMap((node) => (node.type === "list" ? node.children : []));
  const [first] = nodesOfType(item, "paragraph");
  const text = first === undefined ? "" : codeText(first);
  const facts = readStatement(text, context);
  if (facts === undefined && inner.length === 0) {
    const about = textMark(text);
    reading.state(["statement", about.slice("text:".length)], lineOf(item), about);
  }
  for (const [names, value] of facts ?? []) reading.state(names, lineOf(item), value);
  for (const child of inner) readItem(child, context, reading);
}
