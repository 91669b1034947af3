import { componentOf, isObject, type Json, type JsonObject, membersOf, namedTypes } from "@facsimile/document";
import { codeSpan } from "../markdown.js";
import { pageLink } from "./page.js";
import type { PageScope } from "./reference-scope.js";

/** How deep types are said in one another; below that is no more than their name. */
const deepest = 4;
/** How many values or alternatives are listed. */
const most = 12;

/** What a schema is, in a few words, with links to the schemas that have a page: `array of [User](user.md) or null`. */
export function schemaWords(scope: PageScope, value: Json, depth = 0): string {
  const keywords = scope.types.schemas.keywords(value);
  if (keywords.$ref !== undefined) return referenceWords(scope, keywords, depth);
  const words = ownWords(scope, keywords, depth);
  return keywords.nullable === true && !words.includes("null") ? `${words} or null` : words;
}

function referenceWords(scope: PageScope, keywords: JsonObject, depth: number): string {
  const component = componentOf(keywords.$ref);
  const path = component === undefined ? undefined : scope.paths.schemas.get(component);
  if (component !== undefined && path !== undefined) return pageLink(scope, component, path);
  const target = scope.types.schemas.target(keywords);
  return target === undefined || depth >= deepest ? "value" : schemaWords(scope, target.value, depth + 1);
}

function ownWords(scope: PageScope, keywords: JsonObject, depth: number): string {
  const values = keywords.const === undefined ? keywords.enum : [keywords.const];
  if (Array.isArray(values)) return listed(values.map(valueWords), " or ") || "no value";
  const types = namedTypes(keywords);
  const composed = composedWords(scope, keywords, depth);
  if (composed !== undefined && types === undefined) return composed;
  const all = (types ?? impliedTypes(keywords)).map((type) => typeWords(scope, type, keywords, depth));
  return [...new Set(all)].join(" or ") || composed || "any value";
}

function impliedTypes(keywords: JsonObject): readonly string[] {
  if (isObject(keywords.properties) || keywords.additionalProperties !== undefined) return ["object"];
  return keywords.items === undefined ? [] : ["array"];
}

/** What is put together of others, where it says no type by itself. */
function composedWords(scope: PageScope, keywords: JsonObject, depth: number): string | undefined {
  for (const [keyword, between] of [
    ["oneOf", " or "],
    ["anyOf", " or "],
    ["allOf", " and "],
  ] as const) {
    const members = membersOf(keywords, keyword);
    if (members.length === 0) continue;
    if (depth >= deepest) return "value";
    return listed([...new Set(members.map(({ value }) => schemaWords(scope, value, depth + 1)))], between);
  }
  return undefined;
}

function typeWords(scope: PageScope, type: string, keywords: JsonObject, depth: number): string {
  if (type === "array") {
    const { items } = keywords;
    return items === undefined || depth >= deepest ? "array" : `array of ${schemaWords(scope, items, depth + 1)}`;
  }
  if (type === "object") {
    const { additionalProperties: others } = keywords;
    const isMap = isObject(others) && !isObject(keywords.properties) && Object.keys(others).length > 0;
    return isMap && depth < deepest ? `map of ${schemaWords(scope, others, depth + 1)}` : "object";
  }
  const { format } = keywords;
  return typeof format === "string" && type !== "null" && type !== "boolean" ? `${type} (${codeSpan(format)})` : type;
}

/** A value as code. */
export function valueWords(value: Json): string {
  return codeSpan(JSON.stringify(value));
}

function listed(words: readonly string[], between: string): string {
  const more = words.length - most;
  return more > 1 ? `${words.slice(0, most).join(between)}${between}${more} more` : words.join(between);
}
