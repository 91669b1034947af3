import { type Json, type JsonObject, valueAt } from "@facsimile/document";

/** The node itself, or what it refers to, where it is `{ "$ref": "#/…" }`. Undefined where a reference leads nowhere or in a circle. */
export function resolve(document: Json, node: Json | undefined): Json | undefined {
  const seen = new Set<string>();
  let current = node;
  while (isObject(current) && typeof current.$ref === "string") {
    if (seen.has(current.$ref)) return undefined;
    seen.add(current.$ref);
    current = valueAt(document, decodeURIComponent(current.$ref.slice(1)));
  }
  return current;
}

export function isObject(node: unknown): node is JsonObject {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
