import { linksBack, nodesOfType, textOf } from "../markdown.js";
import type { MarkdownPage } from "../page-source.js";
import type { Reading } from "../reading.js";
import { Cursor } from "./cursor.js";
import { readSchema } from "./schema.js";
import { stateModel } from "./state-schema.js";

/** True for the page of a model in the "tags" layout. */
export function isTagsModelPage(page: MarkdownPage): boolean {
  return page.tree.children.some((node) => node.type === "heading" && textOf(node).trim() === "Model Type Info");
}

/** Reads such a page: one schema, with those that it writes out below it. */
export function readTagsModelPage(page: MarkdownPage, model: string, reading: Reading): void {
  const start = page.tree.children.findIndex((node) => node.type === "heading");
  const cursor = new Cursor(page.tree.children.slice(start + 1), page, reading);
  const schema = readSchema(cursor);
  if (schema !== undefined) stateModel(schema, model, reading);
  const rest = cursor.texts();
  if (cursor.peek() !== undefined) cursor.problem("what follows here belongs to no part of the model that is known");
  if (!linksBack(rest) || nodesOfType(page.tree, "code").length > 0)
    reading.problem(1, "the page lacks the links that end it", "Get the whole page: it seems to be cut");
}
