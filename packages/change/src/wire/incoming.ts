import type { ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { compareMessages } from "./messages.js";
import { operationsOf } from "./operations.js";
import { type Both, type Editions, found } from "./place.js";
import { code } from "./words.js";

/** Compares webhooks, or the callbacks of an operation: there the API sends, so that directions turn. */
export function compareIncoming(
  editions: Editions,
  kind: "webhook" | "callback",
  places: Places,
  was: Items,
  is: Items,
  around: ReadonlySet<string> = new Set(),
): readonly Found[] {
  const turned: Editions = { ...editions, sent: editions.received, received: editions.sent };
  const [old, next] = [byName(editions.old, was), byName(editions.new, is)];
  const changes = [...next].flatMap(([name, operation]) => {
    const before = old.get(name);
    if (before !== undefined)
      return [
        ...compareMessages(turned, before, operation),
        ...compareCallbacks(turned, { old: before.node, new: operation.node }, around),
      ];
    return [
      found(`${kind}-added`, turned.sent, { old: places.old, new: operation.node }, `the ${kind} ${code(name)} is new`),
    ];
  });
  const gone = [...old]
    .filter(([name]) => !next.has(name))
    .map(([name, operation]) =>
      found(
        `${kind}-removed`,
        turned.sent,
        { old: operation.node, new: places.new },
        `the ${kind} ${code(name)} is gone`,
      ),
    );
  return [...changes, ...gone];
}

export type Items = ReadonlyMap<string, ObjectNode>;
type Places = Partial<Both>;

function byName(edition: Editions["old"], items: Items): ReadonlyMap<string, ReturnType<typeof operationsOf>[number]> {
  return new Map(
    operationsOf(edition, items).map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation]),
  );
}

/** The callbacks of an operation, each by its name and the expression that tells its address. They may have callbacks themselves, in circles. */
export function compareCallbacks(
  editions: Editions,
  operations: Both,
  around: ReadonlySet<string> = new Set(),
): readonly Found[] {
  const pair = `${operations.old.pointer} ${operations.new.pointer}`;
  if (around.has(pair)) return [];
  const [was, is] = [callbacksOf(editions.old, operations.old), callbacksOf(editions.new, operations.new)];
  return compareIncoming(editions, "callback", operations, was, is, new Set([...around, pair]));
}

function callbacksOf(edition: Editions["old"], operation: ObjectNode): Items {
  const callbacks = [...edition.objects(edition.object(operation, "callbacks"))];
  return new Map(
    callbacks.flatMap(([name, callback]) =>
      [...edition.patterned(callback)].map(([expression, item]) => [`${name} ${expression}`, item] as const),
    ),
  );
}
