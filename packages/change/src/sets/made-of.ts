import { isObject, type Json, type JsonObject, membersOf, type SchemaPart, type Schemas } from "@facsimile/document";
import type { Part } from "./branch.js";
import { remembered } from "./remembered.js";

/**
 * Parts with what they are made of, where that matters: `unevaluatedProperties` and `unevaluatedItems` look at what the schemas of their own keywords
 * have evaluated, never at what those beside them have (JSON Schema 2020-12, core, 11).
 */
export function withMadeOf(schemas: Schemas, parts: readonly Part[]): readonly Part[] {
  if (!parts.some(looksAtOthers)) return parts;
  const held = new Map(parts.map((part) => [part.keywords, part]));
  return parts.map((part) => (looksAtOthers(part) ? { ...part, madeOf: madeOf(schemas, held, part) } : part));
}

/** The keywords of a schema that holds for null as well, for all other values. */
export const withoutNullable: (keywords: JsonObject) => JsonObject = remembered(
  ({ nullable: _nullable, ...rest }) => rest,
);

function looksAtOthers({ keywords }: SchemaPart): boolean {
  return keywords.unevaluatedProperties !== undefined || keywords.unevaluatedItems !== undefined;
}

function madeOf(schemas: Schemas, held: ReadonlyMap<JsonObject, SchemaPart>, start: SchemaPart): readonly SchemaPart[] {
  const found = new Set([start]);
  // A set that grows while it is iterated gives what was added too.
  for (const { keywords } of found)
    for (const value of appliedBy(schemas, keywords)) {
      const own = schemas.keywords(value);
      const part = held.get(own) ?? held.get(withoutNullable(own));
      if (part !== undefined) found.add(part);
    }
  found.delete(start);
  return [...found];
}

const lists = ["allOf", "anyOf", "oneOf"];
const single = ["if", "then", "else"];

/** The schemas that a schema applies to the value itself. */
function appliedBy(schemas: Schemas, keywords: JsonObject): readonly Json[] {
  const { dependentSchemas } = keywords;
  const target = schemas.target(keywords);
  return [
    ...(target === undefined ? [] : [target.value]),
    ...lists.flatMap((keyword) => membersOf(keywords, keyword).map(({ value }) => value)),
    ...single.flatMap((keyword) => keywords[keyword] ?? []),
    ...(isObject(dependentSchemas) ? Object.values(dependentSchemas) : []),
  ];
}
