import type { JsonObject, SchemaNode, Schemas, SchemaUse } from "@facsimile/document";

/** What says nothing about values. */
const forPeople: ReadonlySet<string> = new Set([
  "title",
  "description",
  "deprecated",
  "default",
  "example",
  "examples",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "xml",
]);

/** Where a schema leads that is a reference and nothing else, in whatever way it is written. Undefined for any other. */
export function referredTo(schemas: Schemas, use: SchemaUse): string | undefined {
  const [node, ...others] = use;
  if (node === undefined || others.length > 0) return undefined;
  const stated = statedKeywords(schemas.keywords(node.value));
  if (stated.join() === "$ref") return schemas.target(node.value)?.pointer;
  const [keyword, ...more] = stated;
  if (keyword === undefined || more.length > 0) return undefined;
  return oneOf(schemas, node, keyword);
}

/** Of an `allOf` with one part, of alternatives of which the other is null, and of an alternative that lists what its discriminator may be. */
function oneOf(schemas: Schemas, { value, pointer }: SchemaNode, keyword: string): string | undefined {
  const list = schemas.keywords(value)[keyword];
  if (!["allOf", "anyOf", "oneOf"].includes(keyword) || !Array.isArray(list)) return undefined;
  const nodes: SchemaUse = list.map((member) => ({ value: member, pointer }));
  const others = nodes.filter((node) => schemas.target(node.value) === undefined);
  const [target, ...more] = nodes.filter((node) => !others.includes(node));
  if (target === undefined || more.length > 0) return undefined;
  const isAside = keyword === "allOf" ? others.length === 0 : others.every((node) => isNull(schemas, node));
  return isAside ? referredTo(schemas, [target]) : undefined;
}

function isNull(schemas: Schemas, node: SchemaNode): boolean {
  return schemas.typesOf([node])?.join() === "null";
}

function statedKeywords(keywords: JsonObject): readonly string[] {
  return Object.keys(keywords).filter((keyword) => !forPeople.has(keyword) && !keyword.startsWith("x-"));
}
