import type { SchemaUse } from "@facsimile/document";
import type { Part, Reading } from "./reading.js";

/**
 * Whether several schemas of a value say what is in one list of it. Its type has to say that at once, so that none of these schemas can be named: the
 * compiler holds an item of several lists against each by itself.
 */
export function describesOneList(reading: Reading, { value }: Part): boolean {
  return hasOneList(reading, value, new Set());
}

function hasOneList(reading: Reading, use: SchemaUse, seen: Set<string>): boolean {
  const key = use.map(({ pointer }) => pointer).join(" ");
  if (use.length === 0 || seen.has(key)) return false;
  seen.add(key);
  const { items, properties } = reading.schemas.view(use);
  const described = items.filter((node) => mayBeObject(reading, [node]));
  if (new Set(described.map(({ value }) => JSON.stringify(value))).size > 1) return true;
  return [...properties.values()].some((one) => one.length > 1 && hasOneList(reading, one, seen));
}

function mayBeObject({ schemas }: Reading, use: SchemaUse): boolean {
  const { properties, alternatives } = schemas.view(use);
  return properties.size > 0 || alternatives.length > 0;
}
