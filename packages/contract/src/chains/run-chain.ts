import type { JsonObject, Operation } from "@facsimile/document";
import type { Thing } from "@facsimile/mock/things";
import type { CaseResult } from "../report/report.js";
import { type ChainRun, call, type Made } from "./chain-run.js";
import { mayCall } from "./may-call.js";
import type { Chain, Step } from "./plan.js";
import { purposeOf } from "./show-plan.js";
import { changeThing } from "./steps/change.js";
import { createTwo } from "./steps/create.js";
import { deleteThing, unknownThing, withDeleted } from "./steps/end.js";
import { firstId, listHas, listIsBounded, listIsNarrowed } from "./steps/list.js";
import { notCalled, outcomeOf, type StepOutcome } from "./steps/outcome.js";
import { readThing } from "./steps/read.js";

interface ChainState {
  /** What the chain is about: the first stays, the second is deleted. */
  made: readonly Made[];
  items: readonly JsonObject[];
  /** Whether the run created what it is about. What was there before is left alone. */
  isOwn: boolean;
}

/** Runs the steps of a chain, one after the other. What it creates stays until the run is over, but for what it deletes to see what comes of that. */
export async function runChain(
  run: ChainRun,
  chain: Chain,
  things: readonly Thing[],
  signal: AbortSignal,
): Promise<readonly CaseResult[]> {
  const state: ChainState = { made: [], items: [], isOwn: chain.creates };
  const results: CaseResult[] = [];
  for (const step of withSecondTries(run, chain.steps)) {
    if (signal.aborted) break;
    const outcome = await runStep(run, chain.thing, things, step, state);
    results.push({
      name: `${step.operation.id}: chain ${chain.thing.name}, ${purposeOf(step, chain.creates)}`,
      ...outcome,
    });
  }
  return results;
}

/** What belongs to a thing may need one another: what had no success is tried once more before anything is taken away. */
function* withSecondTries(run: ChainRun, steps: readonly Step[]): Generator<Step> {
  const tried: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const isTaken = step.kind === "below" && step.operation.method === "delete";
    const isOver = step.kind !== "below" && steps[index - 1]?.kind === "below";
    if (isTaken || isOver) {
      yield* tried.filter(({ operation }) => !run.session.exercise.hasSuccess(operation));
      tried.length = 0;
    }
    if (step.kind === "below" && !isTaken) tried.push(step);
    yield step;
  }
}

async function runStep(
  run: ChainRun,
  thing: Thing,
  things: readonly Thing[],
  step: Step,
  state: ChainState,
): Promise<StepOutcome> {
  const { operation } = step;
  if (step.kind === "create" && thing.create !== undefined) {
    const { made, ...outcome } = await createTwo(run, thing, thing.create);
    state.made = made;
    state.isOwn = made.length > 0;
    know(run, thing, things, made[0]);
    // What cannot be created is looked at as far as there is some.
    if (made.length === 0 && thing.list !== undefined) await take(run, thing, state);
    return outcome;
  }
  if (step.kind === "alive") return withLiving(run, thing, operation);
  if (!state.isOwn && !mayCall(operation, false))
    return { findings: [], untried: ["there is none that the run created to try it with"] };
  const { list } = thing;
  if (step.kind === "take" && list !== undefined) return take(run, thing, state);
  if (step.kind === "list" && list !== undefined) {
    const { items, ...outcome } = await listHas(
      run,
      list,
      state.made.filter(({ sent }) => sent !== undefined),
    );
    state.items = items;
    // What was deleted is looked for in a list of its own; what that has is nobody's here.
    const id = thing.sameAs === undefined ? undefined : firstId(items, list.place);
    if (id !== undefined) run.known.set(thing.key, { thing, id, isOwn: false });
    return outcome;
  }
  if (step.kind === "limit" && list !== undefined) return listIsBounded(run, list, state.items);
  if (step.kind === "filter" && list !== undefined) return listIsNarrowed(run, list, step.filter, state.items);
  const [first, second] = state.made;
  const last = second ?? first;
  if (first === undefined || last === undefined) return { findings: [], untried: ["there is none to try it with"] };
  if (step.kind === "read") return readThing(run, thing, operation, first);
  if (step.kind === "change") return change(run, thing, operation, state, first);
  if (step.kind === "below") return below(run, thing, operation, first);
  if (step.kind === "unknown") return unknownThing(run, thing, operation, first);
  if (step.kind === "delete") return remove(run, thing, operation, last);
  const other = things.find((one) => one.sameAs === thing.key && isAbout(one, operation));
  return other === undefined ? { findings: [] } : withDeleted(run, thing, other, operation, last);
}

function isAbout({ read, changes, remove, below: more }: Thing, operation: Operation): boolean {
  return [read, remove, ...changes, ...more].includes(operation);
}

function know(run: ChainRun, thing: Thing, things: readonly Thing[], made: Made | undefined): void {
  if (made === undefined) return;
  for (const one of [thing, ...things.filter(({ sameAs }) => sameAs === thing.key)])
    run.known.set(one.key, { thing: one, id: made.id, isOwn: true });
}

/** What takes something away is tried where something else put it there: a member of a group, not the last trace of a thing. */
async function withLiving(run: ChainRun, thing: Thing, operation: Operation): Promise<StepOutcome> {
  const { exercise } = run.session;
  const id = thing.sameAs === undefined ? undefined : run.known.get(thing.sameAs)?.id;
  const isReady = operation.method !== "delete" || thing.changes.some((one) => exercise.hasSuccess(one));
  if (id === undefined || exercise.hasSuccess(operation) || !isReady) return { findings: [] };
  return below(run, thing, operation, { id, sent: undefined });
}

async function take(run: ChainRun, thing: Thing, state: ChainState): Promise<StepOutcome> {
  if (thing.list === undefined) return { findings: [] };
  const { items, ...outcome } = await listHas(run, thing.list, []);
  const id = firstId(items, thing.list.place);
  state.items = items;
  if (id === undefined)
    return { ...outcome, untried: ["the list is empty, or does not say what its items are called"] };
  state.made = [{ id, sent: undefined }];
  run.known.set(thing.key, { thing, id, isOwn: false });
  return outcome;
}

async function change(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  state: ChainState,
  first: Made,
): Promise<StepOutcome> {
  const { made, ...outcome } = await changeThing(run, thing, operation, first);
  state.made = [made, ...state.made.slice(1)];
  return outcome;
}

async function below(run: ChainRun, thing: Thing, operation: Operation, { id }: Made): Promise<StepOutcome> {
  const called = await call(run, operation, { about: { thing, id }, isWhole: true });
  return called === undefined ? notCalled : outcomeOf([called]);
}

/** Where there is one alone, it is what everything else is about and stays. */
async function remove(run: ChainRun, thing: Thing, operation: Operation, made: Made): Promise<StepOutcome> {
  const { isDeleted, ...outcome } = await deleteThing(run, thing, operation, made);
  if (isDeleted && run.known.get(thing.key)?.id === made.id) run.known.delete(thing.key);
  return outcome;
}
