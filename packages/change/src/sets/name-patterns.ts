import { isObject, type SchemaNode, type SchemaUse } from "@facsimile/document";
import type { Part } from "./branch.js";
import { memberOf, othersIn } from "./demands.js";

/** What a part demands of names under none of its patterns. */
export interface Doubt {
  readonly but: string;
  readonly use: SchemaUse;
}

export function patternsOf(parts: readonly Part[]): ReadonlyMap<string, SchemaUse> {
  const patterns = new Set(
    parts.flatMap(({ keywords: { patternProperties } }) =>
      isObject(patternProperties) ? Object.keys(patternProperties) : [],
    ),
  );
  return new Map([...patterns].map((pattern) => [pattern, parts.flatMap((part) => schemasForPattern(part, pattern))]));
}

/** Of a part with other patterns it is not known whether they are for the same names. */
function schemasForPattern(part: Part, pattern: string): readonly SchemaNode[] {
  const { patternProperties } = part.keywords;
  if (isObject(patternProperties))
    return Object.hasOwn(patternProperties, pattern)
      ? [memberOf(part, "patternProperties", patternProperties, pattern)]
      : [];
  return patternsWithin(part).length > 0 ? [] : othersIn(part);
}

/** The patterns whose names a part does not close. */
function patternsWithin(part: Part): readonly string[] {
  const counting = part.keywords.additionalProperties === undefined ? [part, ...(part.madeOf ?? [])] : [part];
  return counting.flatMap(({ keywords: { patternProperties } }) =>
    isObject(patternProperties) ? Object.keys(patternProperties) : [],
  );
}

export function doubtsOf(part: Part, pattern: string): readonly Doubt[] {
  const but = patternsWithin(part);
  const use = othersIn(part);
  return but.length === 0 || but.includes(pattern) || use.length === 0 ? [] : [{ but: [...but].sort().join(" "), use }];
}
