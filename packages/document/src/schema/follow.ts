import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { member, pointerOfFragment, valueAt } from "../load/pointer.js";

/** A value of a document and where it is written. */
export interface DocumentNode {
  readonly value: Json;
  readonly pointer: string;
}

/** The pointer that a `$ref` leads to; undefined where a value has none, or one that leads out of the document. */
export function referenceTarget(value: Json | undefined): string | undefined {
  const reference = member(value, "$ref");
  return typeof reference === "string" && reference.startsWith("#") ? pointerOfFragment(reference.slice(1)) : undefined;
}

/** True where a value says by a `$ref` that another one stands in its place. A property of that name holds no text. */
function isReference(value: Json | undefined): boolean {
  return isObject(value) && typeof member(value, "$ref") === "string";
}

/**
 * What a node stands for, and the references on the way to it, outermost first: the node itself, where it is no `{ "$ref": "#/…" }`. Undefined
 * where a reference leads nowhere or in a circle.
 */
export function followReferences(json: JsonObject, node: DocumentNode): readonly DocumentNode[] | undefined {
  const way = [node];
  const seen = new Set<string>();
  for (let last: DocumentNode = node; isReference(last.value); ) {
    const pointer = referenceTarget(last.value);
    const value = pointer === undefined ? undefined : valueAt(json, pointer);
    if (pointer === undefined || value === undefined || seen.has(pointer)) return undefined;
    seen.add(pointer);
    last = { value, pointer };
    way.push(last);
  }
  return way;
}

/** The value itself, or what it refers to. Undefined where a reference leads nowhere or in a circle. */
export function resolveValue(json: JsonObject, value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : followReferences(json, { value, pointer: "" })?.at(-1)?.value;
}
