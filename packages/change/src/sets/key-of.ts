import type { SchemaUse } from "@facsimile/document";

/** Schemas are told apart by their places; two that stand nowhere are told apart by their text. */
export function keyOf(use: SchemaUse): string {
  return use.map(({ pointer, value }) => (typeof value === "object" ? pointer : `${pointer}=${value}`)).join("&");
}
