import { isObject } from "@facsimile/document";
import type { Branch } from "./branch.js";

/** The properties that are required where another one is there: by its name. */
export function dependentNamesOf({ parts }: Pick<Branch, "parts">): ReadonlyMap<string, readonly string[]> {
  const needed = new Map<string, readonly string[]>();
  for (const { keywords } of parts) {
    if (!isObject(keywords.dependentRequired)) continue;
    for (const [name, names] of Object.entries(keywords.dependentRequired)) {
      const texts = Array.isArray(names) ? names.filter((each): each is string => typeof each === "string") : [];
      needed.set(name, [...(needed.get(name) ?? []), ...texts]);
    }
  }
  return needed;
}
