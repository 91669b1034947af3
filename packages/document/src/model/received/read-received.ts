import type { Callback, IncomingOperation, Operation, ReceivedOperation, Webhook } from "../api.js";
import type { Context } from "../context.js";
import type { ReceivedDraft } from "./draft.js";
import { nameReceived } from "./received-names.js";
import { tellApart } from "./tell-apart.js";

/** What a package receives, by names of its own, with what tells it apart from what else is sent to the same URL. */
export function readReceived(
  context: Context,
  operations: readonly Operation[],
  webhooks: readonly Webhook[],
): readonly ReceivedOperation[] {
  const drafts = [
    ...webhooks.flatMap(({ name, operations: own }) => own.flatMap((operation) => draftsOf(operation, name))),
    ...operations.flatMap((sender) => callbacksOf(sender, sender)),
  ];
  const named = nameReceived(context, onlyFirst(drafts));
  return [...byPlace(named).values()].flatMap((place) => tellApart(context, place));
}

/** What is sent because of a webhook is a callback of nothing that the package sends: it is one of the webhooks. */
function draftsOf(operation: IncomingOperation, key: string): readonly ReceivedDraft[] {
  const own = { operation, sender: undefined, expression: undefined, key };
  const below = operation.callbacks.flatMap(({ name, operations }) => operations.flatMap((one) => draftsOf(one, name)));
  return [own, ...below];
}

function callbacksOf(
  { callbacks }: { readonly callbacks: readonly Callback[] },
  sender: Operation,
): readonly ReceivedDraft[] {
  return callbacks.flatMap(({ name, expression, operations }) =>
    operations.flatMap((operation) => [
      { operation, sender, expression, key: name },
      ...callbacksOf(operation, sender),
    ]),
  );
}

/** Several operations may refer to one callback. */
function onlyFirst(drafts: readonly ReceivedDraft[]): readonly ReceivedDraft[] {
  const seen = new Set<string>();
  return drafts.filter(({ operation: { pointer } }) => !seen.has(pointer) && seen.add(pointer));
}

type Named = Omit<ReceivedOperation, "marks">;

/** Those that are sent to the same URL: all webhooks, and the callbacks of an operation by their expressions. */
function byPlace(named: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const places = new Map<string, Named[]>();
  for (const one of named) {
    const key = JSON.stringify([one.sender?.pointer, one.expression]);
    const members = places.get(key);
    if (members === undefined) places.set(key, [one]);
    else members.push(one);
  }
  return places;
}
