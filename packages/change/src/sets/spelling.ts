import type { Json } from "@facsimile/document";
import { sameValue } from "./same-value.js";
import type { ValueType } from "./value-type.js";

/** How the values of a schema are written: in JSON each has its type, elsewhere all of them are texts. */
export type Spelling = "json" | "text";

/** The value of a type that is the same text as another one: `3` and "3"; the other one itself where there is none. */
export function writtenAs(value: Json, type: ValueType): Json {
  if (value === null || typeof value === "object") return value;
  const text = String(value);
  if (type === "string") return text;
  if (type === "boolean") return text === "true" || text === "false" ? text === "true" : value;
  return type === "number" && Number.isFinite(Number(text)) && String(Number(text)) === text ? Number(text) : value;
}

/** Whether two values are written the same. */
export function isWrittenSame(spelling: Spelling, left: Json | undefined, right: Json | undefined): boolean {
  if (spelling === "json" || left === undefined || right === undefined) return sameValue(left, right);
  return sameValue(writtenAs(left, "string"), writtenAs(right, "string"));
}
