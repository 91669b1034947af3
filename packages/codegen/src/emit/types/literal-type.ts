import type { Json } from "@facsimile/document";
import type { PropertyType, Type } from "../../print/index.js";
import { keyword } from "../../print/index.js";

/** The type of one value. A number that JavaScript cannot tell from its neighbours is any number. */
export function literalType(value: Json): Type {
  if (typeof value === "number") return isExact(value) ? { kind: "literal", value } : keyword("number");
  if (typeof value !== "object" || value === null) return { kind: "literal", value };
  if (Array.isArray(value))
    return { kind: "tuple", items: value.map(literalType), minimum: value.length, rest: undefined };
  const properties = Object.entries(value).map(
    ([name, member]): PropertyType => ({
      name,
      type: literalType(member),
      optional: false,
      readonly: false,
      comment: undefined,
    }),
  );
  // Without a member, and without this, anything but null would do.
  return { kind: "object", properties, index: properties.length === 0 ? keyword("never") : undefined };
}

/** Whole numbers beyond 2^53 have neighbours with the same value (ECMA-262, 21.1.2.6). */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
