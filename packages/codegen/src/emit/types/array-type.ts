import { child, type JsonObject } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { isNever, unknown } from "./combine.js";
import { placeOfItem } from "./place.js";
import type { Part, Reading } from "./reading.js";

/** The longest array whose items are written out one by one because their number is fixed. */
const longestTuple = 8;

/** The type of the arrays that a schema describes. */
export function arrayType(reading: Reading, part: Part, keywords: JsonObject): Type {
  const { prefixItems } = keywords;
  if (Array.isArray(prefixItems) && prefixItems.length > 0)
    return tupleType(reading, part, keywords, prefixItems.length);
  const items = itemsType(reading, part, keywords);
  const length = fixedLength(keywords);
  if (length === undefined) return { kind: "array", items, readonly: false };
  return { kind: "tuple", items: Array.from({ length }, () => items), minimum: length, rest: undefined };
}

/** What has no place of its own among the first items: none where `items` is `false`. */
function itemsType(reading: Reading, { node, place }: Part, { items }: JsonObject): Type {
  if (items === undefined) return unknown;
  return reading.typeOf({ value: items, pointer: child(node.pointer, "items") }, placeOfItem(place));
}

/** The first items that may be missing are optional: `prefixItems` demands no length (JSON Schema 2020-12, core, 10.3.1.1). */
function tupleType(reading: Reading, part: Part, keywords: JsonObject, length: number): Type {
  const { maxItems, minItems } = keywords;
  const at = child(part.node.pointer, "prefixItems");
  // It is an array, which `arrayType` has looked at.
  const schemas = (keywords.prefixItems as readonly (JsonObject | boolean)[]).map((value, index) =>
    reading.typeOf({ value, pointer: child(at, index) }, placeOfItem(part.place)),
  );
  const others = itemsType(reading, part, keywords);
  const isFull = isNever(others) || (typeof maxItems === "number" && maxItems <= length);
  const rest = isFull ? undefined : others;
  const items = typeof maxItems === "number" ? schemas.slice(0, Math.max(0, Math.trunc(maxItems))) : schemas;
  const minimum = typeof minItems === "number" ? Math.min(items.length, Math.max(0, Math.trunc(minItems))) : 0;
  return { kind: "tuple", items, minimum, rest };
}

function fixedLength({ minItems, maxItems }: JsonObject): number | undefined {
  if (maxItems === 0) return 0;
  if (typeof minItems !== "number" || minItems !== maxItems || !Number.isInteger(minItems)) return undefined;
  return minItems > 0 && minItems <= longestTuple ? minItems : undefined;
}
