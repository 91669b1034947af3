import type { Api, JsonObject, Operation } from "@facsimile/document";
import { findThings } from "../things/find-things.js";
import { keyOf } from "../things/path-key.js";
import type { Thing } from "../things/thing.js";
import { type Place, placeWithin } from "./place.js";

/** What an operation does with things that are kept. */
export interface Role {
  readonly kind: "create" | "list" | "read" | "change" | "remove";
  readonly thing: Thing;
}

/** The things of a document that a mock server keeps. */
export interface KeptThings {
  roleOf(operation: Operation): Role | undefined;
  /** The things that the path of an operation goes through, the outermost first: they have to be there. */
  through(operation: Operation): readonly Thing[];
  /** The things that those of a scope are inside of, each with its place. */
  ownersOf(thing: Thing, scope: string): readonly (readonly [Thing, Place])[];
}

/**
 * Kept is what an operation of the document can change, and another one can see: what nothing creates, changes or deletes has its examples, and what
 * nothing reads or lists needs no memory.
 */
export function findKeptThings(document: JsonObject, api: Api): KeptThings {
  const updates = updatesByPost(api);
  const things = findThings(document, api)
    .map((thing) => (thing.changes.length > 0 ? thing : { ...thing, changes: updates.get(thing.key) ?? [] }))
    .filter(isKept);
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  const roles = rolesOf(things);
  return {
    roleOf: (operation) => roles.get(operation),
    through: (operation) => beginningsOf(operation.path).flatMap((key) => byKey.get(key) ?? []),
    ownersOf: ({ parents }, scope) =>
      parents.flatMap((key) => {
        const owner = byKey.get(key);
        return owner === undefined ? [] : [[owner, placeWithin(scope, key)] as const];
      }),
  };
}

/**
 * Whether there is a thing of any name until it is deleted: nothing creates it, and no list says which there are. `/repos/{owner}/{repo}` is one where
 * repositories are made elsewhere.
 */
export function isAnywhere({ create, list }: Thing): boolean {
  return create === undefined && list?.place.identifier === undefined;
}

function isKept({ create, list, read, changes, remove, sameAs }: Thing): boolean {
  const isChanged = create !== undefined || changes.length > 0 || remove !== undefined;
  const isSeen = list !== undefined || read !== undefined;
  return sameAs === undefined && isChanged && isSeen;
}

/** Some APIs change a thing by a POST to it. */
function updatesByPost({ operations }: Api): ReadonlyMap<string, readonly Operation[]> {
  const posts = operations.filter(({ method }) => method === "post");
  return new Map(posts.map((operation) => [keyOf(operation.path), [operation]]));
}

function rolesOf(things: readonly Thing[]): ReadonlyMap<Operation, Role> {
  const roles = new Map<Operation, Role>();
  const add = (kind: Role["kind"], operation: Operation | undefined, thing: Thing): void => {
    if (operation !== undefined && !roles.has(operation)) roles.set(operation, { kind, thing });
  };
  for (const thing of things) {
    add("create", thing.create?.operation, thing);
    add("list", thing.list?.operation, thing);
    add("read", thing.read, thing);
    add("remove", thing.remove, thing);
    for (const change of thing.changes) add("change", change, thing);
  }
  return roles;
}

/** The keys of what a path begins with, the shortest first. */
function beginningsOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.map((_, index) => keyOf(segments.slice(0, index + 1).join("/"))).slice(1);
}
