import type { JsonObject } from "@facsimile/document";
import type { Id } from "../things/identify.js";
import type { Thing } from "../things/thing.js";
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
  add(thing: Thing, scope: string, id: Id, value: JsonObject): Kept;
  /** Whether it was there and was taken away. */
  isRemoved(scope: string, id: string): boolean;
  /** What is inside of it goes with it. */
  remove(thing: Thing, place: Place, id: Id): void;
  reset(): void;
}

/** What a scope has when it is first looked at. */
export type Seeds = (thing: Thing, scope: string, store: Store) => readonly (readonly [Id, JsonObject])[];

export function createStore(seeds: Seeds): Store {
  const scopes = new Map<string, Map<string, Kept>>();
  const removed = new Set<string>();
  let order = 0;
  const open = (thing: Thing, scope: string): Map<string, Kept> => {
    const known = scopes.get(scope);
    if (known !== undefined) return known;
    const kept = new Map<string, Kept>();
    scopes.set(scope, kept);
    for (const [id, value] of seeds(thing, scope, store))
      put(kept, { id, value, isSeed: true, filled: new Set(Object.keys(value)) });
    return kept;
  };
  const put = (kept: Map<string, Kept>, one: Omit<Kept, "order">): Kept => {
    const whole = { ...one, order: order++ };
    kept.set(String(one.id), whole);
    return whole;
  };
  const store: Store = {
    all: (thing, scope) => [...open(thing, scope).values()],
    get: (thing, scope, id) => open(thing, scope).get(id),
    add: (thing, scope, id, value) => put(open(thing, scope), { id, value, isSeed: false, filled: new Set() }),
    remove(thing, place, id) {
      open(thing, place.scope).delete(String(id));
      removed.add(nameOf(place.scope, String(id)));
      const inside = scopeInside(place, String(id));
      for (const scope of [...scopes.keys()]) if (scope.startsWith(inside)) scopes.delete(scope);
    },
    isRemoved: (scope, id) => removed.has(nameOf(scope, id)),
    reset() {
      scopes.clear();
      removed.clear();
      order = 0;
    },
  };
  return store;
}

function nameOf(scope: string, id: string): string {
  return `${scope}/${encodeURIComponent(id)}`;
}
