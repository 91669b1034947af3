import { type JsonNode, readJson } from "../json/json-node.js";
import type { PageHeading } from "./page-text.js";

/**
 * The headings of a Postman collection: its own name, and those of its folders, requests and saved responses, each on the line on which its object begins.
 * None for other JSON.
 */
export function collectionHeadings(text: string): readonly PageHeading[] {
  const root = readJson(text);
  const info = root && memberOf(root, "info");
  if (root === undefined || info === undefined || memberOf(root, "item") === undefined) return [];
  const headings: PageHeading[] = [{ line: root.line, depth: 1, title: nameOf(info) }];
  addItems(root, 2, headings);
  return headings;
}

function addItems(node: JsonNode, depth: number, headings: PageHeading[]): void {
  for (const key of ["item", "response"]) {
    const items = memberOf(node, key);
    for (const item of items?.kind === "list" ? items.items : []) {
      headings.push({ line: item.line, depth, title: nameOf(item) });
      addItems(item, depth + 1, headings);
    }
  }
}

function memberOf(node: JsonNode, name: string): JsonNode | undefined {
  return node.kind === "object" ? node.members.find((member) => member.name === name)?.node : undefined;
}

function nameOf(node: JsonNode): string {
  const name = memberOf(node, "name");
  return name?.kind === "scalar" ? String(name.value).replace(/\s+/g, " ").trim() : "";
}
