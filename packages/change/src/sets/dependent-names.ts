import { isObject, type Json } from "@facsimile/document";
import type { Branch } from "./branch.js";
import { requiredAlone } from "./conditions.js";

/** The properties that are required where another one is there: by its name. */
export function dependentNamesOf({ parts }: Pick<Branch, "parts">): ReadonlyMap<string, readonly string[]> {
  const needed = new Map<string, readonly string[]>();
  const add = (name: string, names: readonly string[]): unknown =>
    needed.set(name, [...(needed.get(name) ?? []), ...names]);
  for (const { keywords } of parts) {
    const { dependentRequired, dependentSchemas } = keywords;
    if (isObject(dependentRequired))
      for (const [name, names] of Object.entries(dependentRequired)) add(name, textsIn(names));
    if (isObject(dependentSchemas))
      for (const [name, schema] of Object.entries(dependentSchemas)) add(name, requiredAlone(schema) ?? []);
  }
  return needed;
}

function textsIn(list: Json): readonly string[] {
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === "string") : [];
}
