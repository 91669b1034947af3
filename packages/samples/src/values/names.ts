import { isObject, type JsonObject, type SchemaUse, type SchemaView } from "@facsimile/document";
import { linearPattern } from "../schema/linear-pattern.js";
import { flatten, propertyUse } from "./flatten.js";
import { matchingTexts } from "./matching-text.js";
import { sampleTexts } from "./text.js";

/** Names for properties that a schema does not declare and allows. */
export function namesFor(document: JsonObject, view: SchemaView, count: number): readonly string[] {
  if (count === 0) return [];
  const free = [
    ...statedNames(document, view, count),
    "key",
    ...Array.from({ length: count }, (_, index) => `key${index + 1}`),
  ];
  return [...new Set(free)].filter((name) => !view.properties.has(name)).slice(0, count);
}

/** Those that `propertyNames` or `patternProperties` ask for. */
function statedNames(document: JsonObject, { parts }: SchemaView, count: number): readonly string[] {
  return parts.flatMap(({ keywords: { propertyNames, patternProperties }, pointer }) => {
    if (isObject(propertyNames)) {
      const names = flatten(document, [{ value: propertyNames, pointer: `${pointer}/propertyNames` }]);
      const listed = names.const === undefined ? names.enum : [names.const];
      return listed === undefined ? sampleTexts(names, count + 1) : listed.map(String);
    }
    const patterns = isObject(patternProperties) ? Object.keys(patternProperties) : [];
    return patterns.flatMap((pattern) => textsOf(pattern, count));
  });
}

/** Texts that match a pattern, at most as many as are asked for. */
export function textsOf(pattern: string, count: number): readonly string[] {
  const found: string[] = [];
  for (const text of matchingTexts({ patterns: [pattern], minLength: 1, maxLength: 100 }))
    if (found.push(text) >= count) break;
  return found;
}

/** What describes a property that a schema does not declare. */
export function undeclaredUse(view: SchemaView, name: string): SchemaUse {
  const patterned = view.parts.flatMap(({ keywords, pointer }) =>
    Object.entries(isObject(keywords.patternProperties) ? keywords.patternProperties : {})
      .filter(([pattern]) => isMatch(pattern, name))
      .map(([pattern, value]) => ({ value, pointer: `${pointer}/patternProperties/${pattern}` })),
  );
  return patterned.length > 0 ? patterned : propertyUse(view, name);
}

function isMatch(pattern: string, name: string): boolean {
  try {
    return linearPattern(pattern).test(name);
  } catch {
    return false;
  }
}
