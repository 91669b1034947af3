import type { JsonObject } from "../load/document.js";
import { membersOf, type SchemaNode, type SchemaSource, type SchemaUse } from "./source.js";

/** One of the schemas that a schema is put together from. */
export interface SchemaPart {
  readonly pointer: string;
  /** In the words of JSON Schema 2020-12. */
  readonly keywords: JsonObject;
}

/** Picks some of the schemas of a `oneOf` or an `anyOf`. */
export type Choose = (alternatives: SchemaUse) => SchemaUse;

/**
 * Everything that describes the value of a schema in any case: itself, what it refers to, its `allOf` and theirs, in the order of the document
 * and each once. Of `oneOf` and `anyOf` there are the alternatives that were chosen.
 */
export function partsOf(source: SchemaSource, use: SchemaUse, choose: Choose): readonly SchemaPart[] {
  const parts: SchemaPart[] = [];
  const seen = new Set<JsonObject>();
  const pending = [...use].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const keywords = source.keywords(node.value);
    if (seen.has(keywords)) continue;
    seen.add(keywords);
    parts.push({ pointer: node.pointer, keywords });
    for (const next of around(source, { pointer: node.pointer, keywords }, choose).reverse()) pending.push(next);
  }
  return parts;
}

/** The schemas that describe the same value as a part. */
function around(source: SchemaSource, { keywords, pointer }: SchemaPart, choose: Choose): SchemaNode[] {
  const target = source.target(keywords);
  return [
    ...(target === undefined ? [] : [target]),
    ...membersOf(keywords, "allOf", pointer),
    ...["oneOf", "anyOf"].flatMap((keyword) => choose(membersOf(keywords, keyword, pointer))),
  ];
}
