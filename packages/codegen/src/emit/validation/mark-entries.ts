import type { Code } from "../../print/index.js";
import { entry } from "../../print/index.js";
import type { Mark } from "../types/discriminators.js";
import { jsonLiteral } from "./json-literal.js";
import { keywordsNode } from "./node-list.js";

/** What a discriminator says of a value, in the words of JSON Schema. Whether the property has to be there, its own schema says. */
export function markEntries({ property, values }: Mark): readonly Code[] {
  const listed = jsonLiteral([...values]);
  if (listed === undefined) return [];
  return [entry("properties", keywordsNode([entry(property, keywordsNode([entry("enum", listed)]))]))];
}
