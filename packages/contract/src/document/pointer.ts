import type { Json, JsonObject } from "@facsimile/codegen";

/** The node at a JSON pointer (RFC 6901), or undefined. */
export function nodeAt(document: Json, pointer: string): Json | undefined {
  const tokens = pointer.split("/").slice(1).map(unescapeToken);
  return tokens.reduce<Json | undefined>(
    (node, token) => (isContainer(node) ? childOf(node, token) : undefined),
    document,
  );
}

/** The node itself, or what it refers to, where it is `{ "$ref": "#/…" }`. Undefined where a reference leads nowhere or in a circle. */
export function resolve(document: Json, node: Json | undefined): Json | undefined {
  const seen = new Set<string>();
  let current = node;
  while (isObject(current) && typeof current.$ref === "string") {
    if (seen.has(current.$ref)) return undefined;
    seen.add(current.$ref);
    current = nodeAt(document, decodeURIComponent(current.$ref.slice(1)));
  }
  return current;
}

/** A pointer one step further down. */
export function below(pointer: string, ...tokens: readonly string[]): string {
  return [pointer, ...tokens.map(escapeToken)].join("/");
}

export function isObject(node: unknown): node is JsonObject {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

function isContainer(node: Json | undefined): node is JsonObject | readonly Json[] {
  return typeof node === "object" && node !== null;
}

function childOf(node: JsonObject | readonly Json[], token: string): Json | undefined {
  return Object.hasOwn(node, token) ? (node as JsonObject)[token] : undefined;
}

/** A name as a step of a pointer. */
export function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A step of a pointer as a name. */
export function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
