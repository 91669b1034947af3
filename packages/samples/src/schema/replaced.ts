import { isObject, type JsonObject, splitPointer } from "@facsimile/document";

/** A value of a document that another one takes the place of. */
export interface Replacement {
  /** JSON pointer in the document. */
  readonly pointer: string;
  readonly value: unknown;
}

/** What is replaced inside of a value: by the next part of its pointer, or all of it. */
interface Place {
  replacement: Replacement | undefined;
  readonly below: Map<string, Place>;
}

/** A document with other values in some places. What stands around these is copied, and all the rest is shared. Nothing is put where nothing was. */
export function withReplaced(document: JsonObject, replacements: readonly Replacement[]): JsonObject {
  const root = newPlace();
  for (const replacement of replacements) placeOf(root, replacement.pointer).replacement = replacement;
  // It is an object with some of its members replaced.
  return inside(document, root) as JsonObject;
}

function newPlace(): Place {
  return { replacement: undefined, below: new Map() };
}

function placeOf(root: Place, pointer: string): Place {
  let place = root;
  for (const part of splitPointer(pointer)) {
    const next = place.below.get(part) ?? newPlace();
    place.below.set(part, next);
    place = next;
  }
  return place;
}

function inside(value: unknown, { replacement, below }: Place): unknown {
  const whole = replacement === undefined ? value : replacement.value;
  if (below.size === 0) return whole;
  if (Array.isArray(whole)) return whole.map((item, index) => at(item, below.get(String(index))));
  if (!isObject(whole)) return whole;
  return Object.fromEntries(Object.entries(whole).map(([key, part]) => [key, at(part, below.get(key))]));
}

function at(value: unknown, place: Place | undefined): unknown {
  return place === undefined ? value : inside(value, place);
}
