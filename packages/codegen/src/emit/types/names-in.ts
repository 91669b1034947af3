import type { Json } from "@facsimile/document";

/** The texts of a list such as `required`. */
export function namesIn(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
}
