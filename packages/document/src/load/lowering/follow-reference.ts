import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { member, pointerOfFragment, valueAt } from "../pointer.js";

/** References to references. Documents that people write have one or two. */
const mostHops = 20;

/** What a value is, or refers to in the document. Undefined where that is no object. */
export function followReference(
  json: JsonObject,
  start: { readonly value: Json; readonly pointer: string },
): { readonly value: JsonObject; readonly pointer: string } | undefined {
  let { value, pointer } = start;
  for (let hops = 0; hops < mostHops; hops++) {
    const ref = member(value, "$ref");
    const target = typeof ref === "string" && ref.startsWith("#") ? pointerOfFragment(ref.slice(1)) : undefined;
    if (target === undefined) return isObject(value) ? { value, pointer } : undefined;
    value = valueAt(json, target) ?? null;
    pointer = target;
  }
  return undefined;
}
