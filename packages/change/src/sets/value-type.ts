import type { Json } from "@facsimile/document";

/** The six types that a JSON value can have (RFC 8259, section 3). An integer is a number. */
export const valueTypes = ["null", "boolean", "number", "string", "array", "object"] as const;

export type ValueType = (typeof valueTypes)[number];

export function valueTypeOf(value: Json): ValueType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  // JSON has no other types.
  return typeof value as Exclude<ValueType, "null" | "array">;
}
