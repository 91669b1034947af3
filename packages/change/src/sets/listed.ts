import type { Json } from "@facsimile/document";
import { remembered } from "./remembered.js";
import { sameValue } from "./same-value.js";

/** Whether a list has a value. A list may have thousands, so that single ones are looked up. */
export function isListed(values: readonly Json[], value: Json): boolean {
  if (isSingle(value)) return singlesIn(values).has(value);
  return values.some((listed) => !isSingle(listed) && sameValue(listed, value));
}

const singlesIn = remembered((values: readonly Json[]): ReadonlySet<Json> => new Set(values.filter(isSingle)));

function isSingle(value: Json): boolean {
  return typeof value !== "object" || value === null;
}
