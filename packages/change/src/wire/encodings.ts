import { child, isObject, type Json } from "@facsimile/document";
import type { ObjectNode } from "./edition.js";

/** What is said of how the parts of a body, or of a part that has parts itself, are written (OpenAPI 3.2.0, Encoding Usage and Restrictions). */
export interface Encodings {
  readonly byName: ReadonlyMap<string, ObjectNode>;
  readonly byPosition: readonly ObjectNode[];
  /** Of all parts after those. */
  readonly others: ObjectNode | undefined;
}

/** Encoding Objects are no references: those within one are its own, and have an end. */
export function encodingsOf(owner: ObjectNode | undefined): Encodings {
  if (owner === undefined) return { byName: new Map(), byPosition: [], others: undefined };
  const { value, pointer } = owner;
  const at = (field: string): string => child(pointer, field);
  const named = Object.entries(isObject(value.encoding) ? value.encoding : {});
  const prefix = Array.isArray(value.prefixEncoding) ? value.prefixEncoding : [];
  return {
    byName: new Map(
      named.flatMap(([name, one]) => nodeOf(one, child(at("encoding"), name)).map((node) => [name, node])),
    ),
    byPosition: prefix.flatMap((one: Json, index) => nodeOf(one, child(at("prefixEncoding"), index))),
    others: nodeOf(value.itemEncoding, at("itemEncoding"))[0],
  };
}

export function isByPosition({ byPosition, others }: Encodings): boolean {
  return byPosition.length > 0 || others !== undefined;
}

export function isNone(encodings: Encodings): boolean {
  return encodings.byName.size === 0 && !isByPosition(encodings);
}

function nodeOf(value: Json | undefined, pointer: string): readonly ObjectNode[] {
  return isObject(value) ? [{ value, pointer }] : [];
}
