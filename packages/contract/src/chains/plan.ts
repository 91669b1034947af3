import type { JsonObject, Operation } from "@facsimile/document";
import type { Thing } from "@facsimile/mock/things";
import { type Filter, filtersOf, limitOf } from "@facsimile/mock/things";
import { mayCall } from "./may-call.js";

/** What is done with a thing, in the order of a chain. */
export type Step =
  | { readonly kind: "create"; readonly operation: Operation }
  | { readonly kind: "take"; readonly operation: Operation }
  | { readonly kind: "read"; readonly operation: Operation }
  | { readonly kind: "list"; readonly operation: Operation }
  | { readonly kind: "limit"; readonly operation: Operation; readonly parameter: string }
  | { readonly kind: "filter"; readonly operation: Operation; readonly filter: Filter }
  | { readonly kind: "change"; readonly operation: Operation }
  | { readonly kind: "below"; readonly operation: Operation }
  | { readonly kind: "unknown"; readonly operation: Operation }
  | { readonly kind: "delete"; readonly operation: Operation }
  | { readonly kind: "same"; readonly operation: Operation }
  | { readonly kind: "alive"; readonly operation: Operation };

/** What is tried of one kind of thing. */
export interface Chain {
  readonly thing: Thing;
  readonly steps: readonly Step[];
  /** Whether it creates what it is about; else that is the first of a list. */
  readonly creates: boolean;
  /** Whether nothing deletes what the chain creates. */
  readonly leavesBehind: boolean;
}

/** Chains in the order in which they are run: things that others need come first, and what is deleted is deleted last. */
export function planChains(document: JsonObject, things: readonly Thing[], mayWrite: boolean): readonly Chain[] {
  return things
    .map((thing) => ({
      thing,
      steps: stepsOf(document, thing, things, mayWrite),
      creates: mayWrite && thing.create !== undefined,
      leavesBehind: mayWrite && thing.create !== undefined && thing.remove === undefined,
    }))
    .filter(({ steps }) => steps.length > 0);
}

function stepsOf(document: JsonObject, thing: Thing, things: readonly Thing[], mayWrite: boolean): readonly Step[] {
  const { create, list, read } = thing;
  const allowed = (operations: readonly (Operation | undefined)[]): readonly Operation[] =>
    operations.flatMap((one) => (one !== undefined && mayCall(one, mayWrite) ? [one] : []));
  const creates = mayWrite && create !== undefined;
  if (!creates && list === undefined) return [];
  if (!creates && thing.sameAs !== undefined) {
    const steps = mayWrite ? sameSteps(thing) : [];
    return [...listSteps(document, thing), ...steps.map(({ operation }): Step => ({ kind: "alive", operation }))];
  }
  // What nobody created here is looked at and left alone.
  const changes = creates ? allowed(thing.changes) : [];
  const below = thing.below.filter((one) => (creates ? mayCall(one, mayWrite) : mayCall(one, false)));
  const same = creates ? things.filter(({ sameAs }) => sameAs === thing.key) : [];
  const inside = things.filter(({ parents }) => parents.at(-1) === thing.key);
  const ofInside = inside.flatMap((one) => [one.list?.operation, creates ? one.create?.operation : undefined]);
  const about = [...allowed([read]), ...changes, ...(creates ? allowed([thing.remove]) : []), ...allowed(ofInside)];
  return [
    ...(creates ? allowed([create.operation]).map((operation): Step => ({ kind: "create", operation })) : []),
    ...(!creates && list !== undefined ? [{ kind: "take", operation: list.operation } as const] : []),
    ...allowed([read]).map((operation): Step => ({ kind: "read", operation })),
    ...listSteps(document, thing),
    ...changes.map((operation): Step => ({ kind: "change", operation })),
    ...inOrder(below).map((operation): Step => ({ kind: "below", operation })),
    ...[...about, ...below].map((operation): Step => ({ kind: "unknown", operation })),
    ...(creates ? allowed([thing.remove]) : []).map((operation): Step => ({ kind: "delete", operation })),
    ...same.flatMap((one) => sameSteps(one)),
  ];
}

function listSteps(document: JsonObject, { list }: Thing): readonly Step[] {
  if (list === undefined) return [];
  const { operation, place } = list;
  const limit = limitOf(document, operation);
  return [
    { kind: "list", operation },
    ...(limit === undefined ? [] : [{ kind: "limit", operation, parameter: limit.name } as const]),
    ...filtersOf(document, operation, place).map((filter) => ({ kind: "filter", operation, filter }) as const),
  ];
}

/** What may be done with a thing that was deleted: bringing it back before anything that takes it away for good. */
function sameSteps({ read, changes, remove, below }: Thing): readonly Step[] {
  const all = [read, ...changes, ...below, remove].flatMap((one) => one ?? []);
  return inOrder(all).map((operation) => ({ kind: "same", operation }));
}

/** Those that take something away come last. */
function inOrder(operations: readonly Operation[]): readonly Operation[] {
  const isLast = ({ method }: Operation): boolean => method === "delete";
  return [...operations.filter((one) => !isLast(one)), ...operations.filter(isLast)];
}
