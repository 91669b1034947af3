import { isObject, type Json, type JsonObject, resolveValue, valueAt } from "@facsimile/document";

/** A copy of a document, which may be changed. */
export interface Draft {
  [name: string]: Json;
}

/** A copy without extensions and examples: those of answers are stated again, and of others nobody needs any. */
export function bareCopy(document: JsonObject): Draft {
  // The copy of an object is one.
  return bare(document) as Draft;
}

/** Changes what a pointer leads to, through references. Does nothing where that is no object. */
export function nodeAt(copy: Draft, pointer: string, change: (node: Draft) => void): void {
  const node = resolveValue(copy, valueAt(copy, pointer));
  // The copy is nobody else's.
  if (isObject(node)) change(node as Draft);
}

/** Below these, keys are names that somebody chose. */
const named: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "headers",
  "content",
  "variables",
  "mapping",
  "dependentRequired",
  "dependentSchemas",
  "$defs",
]);

/** Values of the document, in which a `$ref` is text. */
const values: ReadonlySet<string> = new Set(["default", "enum", "const"]);

function bare(value: Json, around = ""): Json {
  if (Array.isArray(value)) return value.map((item) => bare(item, around));
  if (!isObject(value)) return value;
  const isNames = named.has(around);
  const isLeft = (key: string): boolean =>
    !isNames && (key.startsWith("x-") || key === "example" || key === "examples");
  const kept = Object.entries(value).filter(([key]) => !isLeft(key));
  return Object.fromEntries(
    kept.map(([key, part]) => [
      key,
      !isNames && values.has(key) ? structuredClone(part) : bare(part, isNames ? "" : key),
    ]),
  );
}
