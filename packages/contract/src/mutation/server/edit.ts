import { type JsonObject, splitPointer, valueAt } from "@facsimile/document";
import type { MutableJson } from "../mutant.js";

/** The object or array at a pointer of a document that may be changed. Throws where there is none: a mutant that changes nothing is a mistake. */
export function childrenAt(document: MutableJson, pointer: string): MutableJson {
  const node = valueAt(document, pointer);
  if (typeof node !== "object" || node === null) throw new Error(`There is nothing to change at ${pointer}.`);
  // It is part of a document that may be changed.
  return node as unknown as MutableJson;
}

export function set(document: MutableJson, pointer: string, value: JsonObject[string]): void {
  const { parent, key } = split(pointer);
  childrenAt(document, parent)[key] = value;
}

export function remove(document: MutableJson, pointer: string): void {
  const { parent, key } = split(pointer);
  delete childrenAt(document, parent)[key];
}

/** Gives the content of a body another media type. */
export function renameContent(document: MutableJson, pointer: string): void {
  const content = childrenAt(document, `${pointer}/content`);
  for (const name of Object.keys(content)) {
    const mediaType = content[name];
    if (mediaType !== undefined) content["application/x-renamed"] = mediaType;
    delete content[name];
  }
}

function split(pointer: string): { parent: string; key: string } {
  const cut = pointer.lastIndexOf("/");
  return { parent: pointer.slice(0, cut), key: splitPointer(pointer).at(-1) ?? "" };
}

/** Gives a property another name. */
export function move(object: MutableJson, from: string, to: string): void {
  const value = object[from];
  if (value === undefined) throw new Error(`There is no ${from} to move.`);
  object[to] = value;
  delete object[from];
}
