import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { membersOf } from "./source.js";
import { statedTypes } from "./types.js";

/** The keyword and the index of the one schema that stands beside null. */
export function nullBeside(keywords: JsonObject): { readonly keyword: string; readonly index: number } | undefined {
  for (const keyword of ["oneOf", "anyOf"]) {
    const [first, second, ...more] = membersOf(keywords, keyword).map(({ value }) => isNull(value));
    if (more.length === 0 && second !== undefined && first !== second)
      return { keyword, index: first === true ? 1 : 0 };
  }
  return undefined;
}

function isNull(schema: Json): boolean {
  return isObject(schema) && statedTypes(schema)?.join() === "null";
}
