import type { Json, JsonObject } from "./document.js";

/** JSON pointers (RFC 6901) as text: `""` is the whole document, `/paths/~1users/get` a place in it. */

/** The pointer of a member or item of the node at `pointer`. */
export function child(pointer: string, key: string | number): string {
  return `${pointer}/${escapeKey(String(key))}`;
}

/** The keys that a pointer leads through. */
export function splitPointer(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeKey);
}

/** The pointer of the container, and the key in it; undefined for the whole document. */
export function splitLast(pointer: string): { parent: string; key: string } | undefined {
  const slash = pointer.lastIndexOf("/");
  return slash < 0 ? undefined : { parent: pointer.slice(0, slash), key: unescapeKey(pointer.slice(slash + 1)) };
}

/** The member or item of a value, never one that it inherits. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (value === null || typeof value !== "object") return undefined;
  return Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;
}

/** The value at a pointer; undefined where there is none. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const key of splitPointer(pointer)) value = member(value, key);
  return value;
}

/**
 * The pointer that the fragment of a URI reference stands for (RFC 6901, section 6). Undefined where it is no pointer, such as the name of an
 * anchor, or is wrongly percent-encoded.
 */
export function pointerOfFragment(fragment: string): string | undefined {
  if (fragment !== "" && !fragment.startsWith("/")) return undefined;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

/** The URI reference to a pointer in the same document. */
export function referenceToPointer(pointer: string): string {
  return `#${pointer.replaceAll("%", "%25")}`;
}

function escapeKey(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

function unescapeKey(key: string): string {
  return key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key;
}
