import type { SchemaNode, Schemas, SchemaUse } from "@facsimile/document";

/** What may stand beside a `$ref` without a meaning for values. */
const words: ReadonlySet<string> = new Set([
  "$ref",
  "title",
  "description",
  "deprecated",
  "summary",
  "example",
  "examples",
  "$comment",
]);

/** Schemas without the references that only lead to others: a component is the same one from wherever it is referred to. */
export function referred(schemas: Schemas, use: SchemaUse): SchemaUse {
  return use.map((node) => lastOf(schemas, node));
}

function lastOf(schemas: Schemas, start: SchemaNode): SchemaNode {
  const seen = new Set<string>();
  for (let node = start; ; ) {
    const target = schemas.target(node.value);
    const isOnly = Object.keys(schemas.keywords(node.value)).every(
      (keyword) => words.has(keyword) || keyword.startsWith("x-"),
    );
    if (target === undefined || !isOnly || target.pointer === "" || seen.has(target.pointer)) return node;
    seen.add(target.pointer);
    node = target;
  }
}
