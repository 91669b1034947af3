import type { RootContent } from "mdast";
import { lineOf, type Section, sourceOf, textOf } from "./markdown.js";
import { splitRow } from "./markdown-tree.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { tableOf } from "./table.js";

const published = "Write its head and its rule as they were published";

/** Rows whose table lost its head or its rule are words to Markdown. Answers whether the part has such rows. */
export function refuseRowsWithoutTable(part: Section, page: MarkdownPage, reading: Reading): boolean {
  const rows = part.content.find((node) => hasRows(node, page));
  if (rows === undefined) return false;
  reading.problem(lineOf(rows), `the part "${part.title}" has rows here, and no table that they are of`, published);
  return true;
}

/** Older Go pages list all optional parameters as one, `optional`, and have a table of them then. */
export function refuseLostOptional(
  operation: string,
  parts: ReadonlyMap<string, Section>,
  page: MarkdownPage,
  reading: Reading,
): void {
  const listed = tableOf(parts.get("required parameters")?.content ?? [])?.table.children.find(
    ({ children: [name] }) => name !== undefined && textOf(name).trim() === "optional",
  );
  if (listed === undefined) return;
  const part = parts.get("optional parameters");
  if (part?.content.some((node) => hasRows(node, page)) === true) return;
  const message = `"${operation}" has optional parameters, and no row below "Optional Parameters" says which`;
  reading.problem(lineOf(listed), message, "Get the whole page: it seems to be cut");
}

function hasRows(node: RootContent, page: MarkdownPage): boolean {
  if (node.type === "table") return node.children.length > 1;
  return (
    node.type === "paragraph" &&
    sourceOf(node, page.text)
      .split("\n")
      .some((line) => splitRow(line).length > 1)
  );
}
