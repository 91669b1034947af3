import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { splitPointer } from "../load/pointer.js";

/** A copy of an object without the members at some JSON pointers. What nothing is taken out of is the same as before. */
export function without(object: JsonObject, pointers: readonly string[]): JsonObject {
  return withoutWays(object, pointers.map(splitPointer));
}

function withoutWays(object: JsonObject, ways: readonly (readonly string[])[]): JsonObject {
  const below = new Map<string, (readonly string[])[]>();
  for (const [key = "", ...rest] of ways) {
    const others = below.get(key);
    if (others === undefined) below.set(key, [rest]);
    else others.push(rest);
  }
  const entries = Object.entries(object).flatMap(([key, value]): [string, Json][] => {
    const inside = below.get(key);
    if (inside === undefined) return [[key, value]];
    if (inside.some((way) => way.length === 0)) return [];
    return [[key, isObject(value) ? withoutWays(value, inside) : value]];
  });
  return Object.fromEntries(entries);
}
