import { isObject, type Json, type JsonObject, type SchemaNode, type Schemas } from "@facsimile/document";

/**
 * Whether each value fits one of many alternatives at most, by what they say at first sight: each is a constant of its own, or each requires a property
 * with constants of its own.
 */
export function areToldApart(schemas: Schemas, members: readonly SchemaNode[]): boolean {
  const all = members.map(({ value }) => referredTo(schemas, value));
  if (areDistinct(all.map((keywords) => listedIn(keywords)))) return true;
  const [first] = all;
  return requiredBy(first).some((name) => areDistinct(all.map((keywords) => tagOf(schemas, keywords, name))));
}

/** References that only lead to others, not in circles. */
const mostReferences = 10;

function referredTo(schemas: Schemas, value: Json): JsonObject {
  let [keywords, target] = [schemas.keywords(value), schemas.target(value)];
  for (let step = 0; target !== undefined && step < mostReferences; step += 1) {
    keywords = schemas.keywords(target.value);
    target = schemas.target(target.value);
  }
  return keywords;
}

function listedIn({ const: only, enum: listed }: JsonObject): readonly Json[] | undefined {
  const values = only === undefined ? listed : [only];
  return Array.isArray(values) && values.every((value) => typeof value !== "object" || value === null)
    ? values
    : undefined;
}

function requiredBy(keywords: JsonObject | undefined): readonly string[] {
  const required = keywords?.required;
  return Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
}

/** The constants of a property that has to be there, in an object that is nothing else. */
function tagOf(schemas: Schemas, keywords: JsonObject, name: string): readonly Json[] | undefined {
  const { properties, type } = keywords;
  if (type !== "object" || !requiredBy(keywords).includes(name) || !isObject(properties)) return undefined;
  const property = properties[name];
  return property === undefined ? undefined : listedIn(referredTo(schemas, property));
}

function areDistinct(lists: readonly (readonly Json[] | undefined)[]): boolean {
  const seen = new Set<Json>();
  return lists.every((list) => list?.every((value) => !seen.has(value) && seen.add(value) !== undefined) ?? false);
}
