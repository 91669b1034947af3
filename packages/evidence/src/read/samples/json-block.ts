import type { Code, Nodes, RootContent } from "mdast";

/** `json`, `json5`, `application/hal+json`. */
const marksJson = /^(?:.*[/+.])?json(?:[5cl])?$/;
/** What says nothing about a text, or of whose texts JSON is one. */
const marksAnything: readonly string[] = ["", "text", "txt", "plain", "plaintext", "none", "js", "javascript"];
/** How an object or a list of JSON begins, and no heading of a table in TOML. */
const beginsJson = /^\s*(?:\{|\[\s*(?:[[{"\]\d-]|$))/;

/** True for a block of code that is marked as JSON, or begins like it and is marked as nothing else. */
export function isJsonBlock(node: RootContent): node is Code {
  if (node.type !== "code") return false;
  const mark = (node.lang ?? "").toLowerCase().replace(/^\{?\.?|\}$/g, "");
  return marksJson.test(mark) || (marksAnything.includes(mark) && beginsJson.test(node.value));
}

/** True for a block of HTML with a `<pre>` in it and more beside, or with several of them, in which there may be JSON. */
export function mayHideJson(node: Nodes): boolean {
  return node.type === "html" && /<pre\b/i.test(node.value) && node.value.includes("{");
}
