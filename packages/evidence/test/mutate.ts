import { child, isList, isObject, type Json, type JsonObject, splitPointer, valueAt } from "../src/spec/json.js";

/** One change of a spec. */
export interface Mutation {
  /** What kind of change: `drop parameter`. */
  readonly kind: string;
  /** What is changed. */
  readonly pointer: string;
  /** The changed document; the given one stays as it is. */
  apply(json: JsonObject): JsonObject;
}

type Mutable = { [key: string]: Mutable } & { [index: number]: Mutable };

/** A mutation that changes a copy of the document in place. */
function mutation(
  kind: string,
  pointer: string,
  change: (parent: Mutable, key: string, root: Mutable) => void,
): Mutation {
  return {
    kind,
    pointer,
    apply(json) {
      const copy = structuredClone(json) as unknown as Mutable; // a copy of our own, which may be changed
      const keys = splitPointer(pointer);
      const parent = keys.slice(0, -1).reduce((node, key) => node[key] as Mutable, copy); // the pointer was taken from the document
      change(parent, keys.at(-1) ?? "", copy);
      return copy as unknown as JsonObject;
    },
  };
}

export function drop(kind: string, pointer: string): Mutation {
  return mutation(kind, pointer, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  });
}

export function set(kind: string, pointer: string, value: Json): Mutation {
  return mutation(kind, pointer, (parent, key) => {
    parent[key] = structuredClone(value) as unknown as Mutable; // JSON
  });
}

/** Gives a property another name, in the same place among its neighbours. */
export function rename(kind: string, pointer: string, name: string): Mutation {
  return mutation(kind, pointer, (parent, key) => {
    for (const [each, value] of Object.entries(parent)) {
      delete parent[each];
      parent[each === key ? name : each] = value;
    }
  });
}

/** Does both, the second to what the first left. */
export function both(kind: string, first: Mutation, second: Mutation): Mutation {
  return { kind, pointer: first.pointer, apply: (json) => second.apply(first.apply(json)) };
}

/** The entries of the object at a pointer, with their pointers. */
export function entriesAt(
  json: Json,
  pointer: string,
): readonly { readonly name: string; readonly pointer: string; readonly value: Json }[] {
  const value = valueAt(json, pointer);
  return Object.entries(isObject(value) ? value : {}).map(([name, entry]) => ({
    name,
    pointer: child(pointer, name),
    value: entry,
  }));
}

export function itemsAt(
  json: Json,
  pointer: string,
): readonly { readonly index: number; readonly pointer: string; readonly value: Json }[] {
  const value = valueAt(json, pointer);
  return (isList(value) ? value : []).map((item, index) => ({ index, pointer: child(pointer, index), value: item }));
}
