import type { Heading, RootContent } from "mdast";
import { lineOf, textOf } from "../markdown.js";
import { readServer, stateRequest } from "../operations-page.js";
import type { MarkdownPage } from "../page-source.js";
import type { Reading } from "../reading.js";
import { readRequests } from "../request-row.js";
import { Cursor } from "./cursor.js";
import { readTagsOperation } from "./operation.js";

/** Reads a page of operations in the "tags" layout. The sections of operations and of their schemas have headings of one depth. */
export function readTagsOperationsPage(page: MarkdownPage, reading: Reading): void {
  const nodes = page.tree.children;
  const starts = nodes.flatMap((node, index) => (isOperation(node) ? [index] : []));
  const before = nodes.slice(1, starts[0]);
  readServer(page, before, reading);
  const listed = readRequests(before, page, reading);
  for (const row of listed) stateRequest(row, reading);
  const sections = starts.map((start, at) => ({
    heading: nodes[start] as Heading, // just found
    content: nodes.slice(start + 1, starts[at + 1]),
  }));
  for (const { name, line } of listed) {
    if (sections.some(({ heading }) => textOf(heading) === name)) continue;
    const message = `the operation "${name}" is listed and has no section of its own`;
    reading.problem(line, message, "Get the whole page: it seems to be cut");
  }
  for (const { heading, content } of sections) {
    const name = textOf(heading).trim();
    const row = listed.find((each) => each.name === name);
    if (row === undefined) {
      const message = `"${name}" is not in the list of operations`;
      reading.problem(lineOf(heading), message, "Get the page as it was published");
    } else readTagsOperation(row, lineOf(heading), new Cursor(content, page, reading));
  }
}

/** The name of an operation is set in bold, that of a schema is not. */
function isOperation(node: RootContent): boolean {
  return node.type === "heading" && node.depth === 1 && node.children.some(({ type }) => type === "strong");
}
