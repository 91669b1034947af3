import { isObject, type SchemaView } from "@facsimile/document";
import { linearPattern } from "../schema/linear-pattern.js";
import { textsOf } from "../values/names.js";
import { sampleText } from "../values/text.js";

/** Longer examples make nothing clearer. */
const longest = 80;

/** A text that fits: the schema's own, else one made from its pattern, or of its format and length. */
export function sampleString(view: SchemaView): string {
  const stated = view.stated.find((value) => typeof value === "string" && value.length <= longest);
  return typeof stated === "string" && view.patterns.length > 0
    ? stated
    : sampleText({ ...view, minLength: Math.min(view.minLength ?? 0, longest) });
}

const keys = ["key", "x-key", "1", "en", "a", "A", "2026-01-02", "00000000-0000-4000-8000-000000000000"];

/** A name for a property that is not declared. */
export function sampleKey({ parts, properties }: SchemaView, index: number): string {
  const listed = parts.flatMap(({ keywords: { propertyNames } }) =>
    isObject(propertyNames) && Array.isArray(propertyNames.enum) ? propertyNames.enum.map(String) : [],
  );
  const patterns = namePatterns(parts);
  const isFree = (key: string): boolean => !properties.has(key);
  const fitting = keys.filter((key) => patterns.some((pattern) => matches(pattern, key)));
  const made = fitting.length > 0 ? fitting : patterns.flatMap((pattern) => textsOf(pattern, index + 1));
  const all = [listed, made].find((names) => names.length > 0) ?? keys;
  return all.filter(isFree)[index] ?? `key${index}`;
}

/** The patterns that `patternProperties` has for names. */
export function namePatterns(parts: SchemaView["parts"]): readonly string[] {
  return parts.flatMap(({ keywords: { patternProperties } }) =>
    isObject(patternProperties) ? Object.keys(patternProperties) : [],
  );
}

/** Whether a name matches a pattern of `patternProperties`. One that is no regular expression matches nothing. */
export function matches(pattern: string, name: string): boolean {
  try {
    return linearPattern(pattern).test(name);
  } catch {
    return false;
  }
}
