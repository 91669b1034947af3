import type { ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { compareIncomingSecurity } from "./incoming-security.js";
import { compareMessages } from "./messages.js";
import { operationsOf } from "./operations.js";
import { type Both, type Editions, found } from "./place.js";
import { code } from "./words.js";

/** Compares webhooks, or the callbacks of an operation, each for itself: there the API sends, so that directions turn. */
export function compareIncoming(
  editions: Editions,
  kind: "webhook" | "callback",
  places: Places,
  was: Items,
  is: Items,
  around: ReadonlySet<string> = new Set(),
): readonly (readonly [name: string, changes: readonly Found[]])[] {
  const turned: Editions = { ...editions, sent: editions.received, received: editions.sent };
  const [old, next] = [byName(editions.old, was), byName(editions.new, is)];
  const changes = [...next].map(([name, operation]) => {
    const before = old.get(name);
    if (before === undefined) return [name, [addedOne(turned, kind, places, name, operation.node)]] as const;
    const nodes = { old: before.node, new: operation.node };
    const all = [
      ...compareMessages(turned, before, operation),
      ...compareIncomingSecurity(turned, nodes),
      ...compareCallbacks(turned, nodes, around),
    ];
    return [name, all] as const;
  });
  const gone = [...old].filter(([name]) => !next.has(name));
  return [
    ...changes,
    ...gone.map(([name, { node }]) => [name, [removedOne(turned, kind, places, name, node)]] as const),
  ];
}

type Kind = "webhook" | "callback";

function addedOne({ sent }: Editions, kind: Kind, { old }: Places, name: string, node: ObjectNode): Found {
  return found(`${kind}-added`, sent, { old, new: node }, `the ${kind} ${code(name)} is new`);
}

function removedOne({ sent }: Editions, kind: Kind, places: Places, name: string, node: ObjectNode): Found {
  return found(`${kind}-removed`, sent, { old: node, new: places.new }, `the ${kind} ${code(name)} is gone`);
}

export type Items = ReadonlyMap<string, ObjectNode>;
type Places = Partial<Both>;

function byName(edition: Editions["old"], items: Items): ReadonlyMap<string, ReturnType<typeof operationsOf>[number]> {
  return new Map(
    operationsOf(edition, items).map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation]),
  );
}

/** The callbacks of an operation, each by the expression that tells its address: its name does not travel. They may have callbacks themselves, in circles. */
export function compareCallbacks(
  editions: Editions,
  operations: Both,
  around: ReadonlySet<string> = new Set(),
): readonly Found[] {
  const pair = `${operations.old.pointer} ${operations.new.pointer}`;
  if (around.has(pair)) return [];
  const [was, is] = [callbacksOf(editions.old, operations.old), callbacksOf(editions.new, operations.new)];
  const all = compareIncoming(editions, "callback", operations, was, is, new Set([...around, pair]));
  return all.flatMap(([, changes]) => changes);
}

function callbacksOf(edition: Editions["old"], operation: ObjectNode): Items {
  const callbacks = [...edition.objects(edition.object(operation, "callbacks"))];
  const items = callbacks.flatMap(([name, callback]) =>
    [...edition.patterned(callback)].map((entry) => [name, ...entry] as const),
  );
  const isAlone = (expression: string): boolean => items.filter(([, other]) => other === expression).length === 1;
  return new Map(
    items.map(
      ([name, expression, item]) => [isAlone(expression) ? expression : `${name} ${expression}`, item] as const,
    ),
  );
}
