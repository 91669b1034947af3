import type { JsonObject } from "@facsimile/document";
import type { Id } from "../things/identify.js";
import type { Thing } from "../things/thing.js";
import { idsLike } from "./new-id.js";
import { type Place, scopeInside } from "./place.js";

/** A thing that is kept. */
export interface Kept {
  readonly id: Id;
  /** What is known of it, whatever operation shows it. */
  value: JsonObject;
  /** The names of properties that nobody sent: examples filled them in. */
  readonly filled: Set<string>;
  /** Ascends with the time of creation. */
  readonly order: number;
  /** Whether it is of an example of the document. */
  readonly isSeed: boolean;
}

/** The things that there are, by the scopes that they are in. */
export interface Store {
  /** Those of a scope, the oldest first. */
  all(thing: Thing, scope: string): readonly Kept[];
  get(thing: Thing, scope: string, id: string): Kept | undefined;
  /** It comes last, and takes the place of one with the same identifier. */
  add(thing: Thing, scope: string, one: Draft): void;
  /** As add does, but stays where it is. */
  keep(thing: Thing, scope: string, one: Draft): void;
  /** Whether it was there and was taken away. */
  isRemoved(scope: string, id: string): boolean;
  /** What is inside of it goes with it. */
  remove(thing: Thing, place: Place, id: Id): void;
  /** Identifiers for new things of a scope, like the one of an example. They go on where they were left: none comes twice. */
  idsFor(thing: Thing, scope: string, example: Id): Iterator<Id, never>;
  reset(): void;
}

/** A thing that is not kept yet: it is when the request that says so was answered. */
export type Draft = Omit<Kept, "order">;

/** @param isSeed - whether an example fills it in, and nobody sent it */
export function draftOf(id: Id, value: JsonObject, isSeed: boolean): Draft {
  return { id, value, isSeed, filled: new Set(isSeed ? Object.keys(value) : []) };
}

/** What a scope has when it is first looked at. */
export type Seeds = (thing: Thing, scope: string, store: Store) => readonly (readonly [Id, JsonObject])[];

type Scope = Map<string, Kept>;

export function createStore(seeds: Seeds): Store {
  const scopes = new Map<string, Scope>();
  const removed = new Set<string>();
  const ids = new Map<string, Iterator<Id, never>>();
  let order = 0;
  const put = (kept: Scope, one: Draft): void => {
    kept.delete(String(one.id));
    kept.set(String(one.id), { ...one, order: order++ });
  };
  /** A scope that is only looked at and has nothing is not kept: names are without end. */
  const look = (thing: Thing, scope: string): Scope => {
    const found = scopes.get(scope) ?? new Map<string, Kept>();
    if (scopes.has(scope)) return found;
    for (const [id, value] of seeds(thing, scope, store)) put(found, draftOf(id, value, true));
    if (found.size > 0) scopes.set(scope, found);
    return found;
  };
  const open = (thing: Thing, scope: string): Scope => {
    const found = look(thing, scope);
    scopes.set(scope, found);
    return found;
  };
  const store: Store = {
    all: (thing, scope) => [...look(thing, scope).values()],
    get: (thing, scope, id) => look(thing, scope).get(id),
    add: (thing, scope, one) => put(open(thing, scope), one),
    keep(thing, scope, one) {
      const known = store.get(thing, scope, String(one.id));
      if (known === undefined) store.add(thing, scope, one);
      else open(thing, scope).set(String(one.id), { ...one, order: known.order });
    },
    remove(thing, place, id) {
      open(thing, place.scope).delete(String(id));
      removed.add(nameOf(place.scope, String(id)));
      const inside = scopeInside(place, String(id));
      for (const scope of [...scopes.keys()]) if (scope.startsWith(inside)) scopes.delete(scope);
    },
    isRemoved: (scope, id) => removed.has(nameOf(scope, id)),
    idsFor(thing, scope, example) {
      const name = `${scope} ${JSON.stringify(example)}`;
      const known = ids.get(name) ?? idsLike(example, thing.key);
      ids.set(name, known);
      return known;
    },
    reset() {
      for (const all of [scopes, removed, ids]) all.clear();
      order = 0;
    },
  };
  return store;
}

function nameOf(scope: string, id: string): string {
  return `${scope}/${encodeURIComponent(id)}`;
}
