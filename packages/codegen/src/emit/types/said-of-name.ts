import { child, isObject, type JsonObject, type SchemaPart, type Schemas, type SchemaUse } from "@facsimile/document";
import { linearPattern } from "../validation/pattern-program.js";

/**
 * What a schema says of a property by its maps: in `patternProperties` that the name matches, else, where it does not declare it either, what it says of
 * all others (JSON Schema 2020-12, core, 10.3.2.3). Nothing where nobody knows whether the name matches.
 */
export function saidOfName(schemas: Schemas, part: SchemaPart, name: string): SchemaUse {
  const { keywords, pointer } = part;
  const patterns = patternsFor(part, name);
  if (patterns === undefined) return [];
  if (patterns.length > 0 || declares(keywords, name)) return patterns;
  const word = wordForOthers(schemas, keywords);
  const value = word && keywords[word];
  if (word === undefined || value === undefined || value === false) return [];
  const evaluating = word === "unevaluatedProperties" ? evaluatingParts(schemas, keywords) : [];
  return evaluating.some((one) => declares(one.keywords, name)) ? [] : [{ value, pointer: child(pointer, word) }];
}

/**
 * The keyword by which a schema says what properties are that it names nowhere. Where others that it is put together from may evaluate any of them, or
 * conditions may, nothing is said of them by `unevaluatedProperties` (JSON Schema 2020-12, core, 11.3).
 */
export function wordForOthers(schemas: Schemas, own: JsonObject): string | undefined {
  if (own.additionalProperties !== undefined) return "additionalProperties";
  if (own.unevaluatedProperties === undefined) return undefined;
  const isEvaluated = evaluatingParts(schemas, own).some(({ keywords }) => {
    const words = keywords === own ? conditional : [...conditional, ...maps];
    return words.some((word) => keywords[word] !== undefined);
  });
  return isEvaluated ? undefined : "unevaluatedProperties";
}

/** A schema and what it is put together from. What stands around it evaluates nothing for it. */
function evaluatingParts(schemas: Schemas, own: JsonObject): readonly SchemaPart[] {
  return schemas.parts([{ value: own, pointer: "" }]);
}

const conditional = ["anyOf", "oneOf", "if", "dependentSchemas"];
const maps = ["patternProperties", "additionalProperties", "unevaluatedProperties"];

function patternsFor({ keywords, pointer }: SchemaPart, name: string): SchemaUse | undefined {
  const { patternProperties } = keywords;
  if (!isObject(patternProperties)) return [];
  const at = child(pointer, "patternProperties");
  const entries = Object.entries(patternProperties).map(([pattern, value]) => ({
    node: { value, pointer: child(at, pattern) },
    isMatch: matches(pattern, name),
  }));
  if (entries.some(({ isMatch }) => isMatch === undefined)) return undefined;
  return entries.flatMap(({ node, isMatch }) => (isMatch === true ? [node] : []));
}

/** Undefined where that might take more than linear time, and for what is no regular expression. */
function matches(pattern: string, name: string): boolean | undefined {
  const source = linearPattern(pattern);
  return typeof source === "string" ? new RegExp(source, "u").test(name) : undefined;
}

function declares({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}
