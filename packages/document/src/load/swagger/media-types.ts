import { essence } from "../media-type.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Conversion } from "./conversion.js";
import { itemsOf, type Node } from "./node.js";

/** A media type that `consumes` or `produces` lists. */
export interface MediaTypeName {
  readonly name: string;
  readonly at: WrittenAt;
}

/** `consumes` or `produces`: each media type once. Undefined where nothing is said; an empty list takes back what the document says. */
export function readMediaTypes(conversion: Conversion, list: Node | undefined): readonly MediaTypeName[] | undefined {
  if (list === undefined) return undefined;
  if (typeof list.value === "string") return [{ name: list.value, at: list.at }];
  if (!Array.isArray(list.value)) {
    const message = "The media types are no array of texts; they are ignored.";
    conversion.findings.report("structure-invalid", list.at, message, "Write an array such as [application/json].");
    return undefined;
  }
  const names = new Map<string, MediaTypeName>();
  for (const { value, at } of itemsOf(list))
    if (typeof value === "string" && !names.has(value)) names.set(value, { name: value, at });
  return [...names.values()];
}

export const json = "application/json";
export const urlencoded = "application/x-www-form-urlencoded";
export const multipart = "multipart/form-data";

export function isForm({ name }: MediaTypeName): boolean {
  return [urlencoded, multipart].includes(essence(name));
}
