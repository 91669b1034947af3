import type { Operation } from "@facsimile/document";
import type { Id, Thing } from "@facsimile/mock/things";
import type { Known } from "./known.js";

/** Something that a run created and has not deleted. */
export interface Creation {
  readonly thing: Thing;
  readonly id: Id;
  /** What it is inside of. */
  readonly known: Known;
}

/** Something that is left on the server. */
export interface LeftBehind {
  readonly operation: string;
  readonly id: string;
  readonly reason: string;
}

/** Remembers what a run created. */
export interface Creations {
  add(creation: Creation): void;
  /** It is gone. */
  forget(thing: Thing, id: Id): void;
  /** Those that are still there, the newest first. */
  open(): readonly Creation[];
  has(thing: Thing, id: Id): boolean;
  creates(operation: Operation): Thing | undefined;
}

export function rememberCreations(things: readonly Thing[]): Creations {
  const all = new Map<string, Creation>();
  const keyOf = (thing: Thing, id: Id): string => `${thing.key} ${id}`;
  return {
    add: (creation) => void all.set(keyOf(creation.thing, creation.id), creation),
    forget: (thing, id) => void all.delete(keyOf(thing, id)),
    open: () => [...all.values()].reverse(),
    has: (thing, id) => all.has(keyOf(thing, id)),
    creates: (operation) => things.find(({ create }) => create?.operation === operation),
  };
}
