import type { Operation } from "@facsimile/document";
import type { Thing } from "@facsimile/mock/things";
import { answerUse, jsonOf, thingPlace } from "@facsimile/mock/things";
import { partAt } from "@facsimile/samples";
import { type Called, type ChainRun, call, type Made } from "../chain-run.js";
import { differences, isSame } from "../same.js";
import { notCalled, outcomeOf, type StepOutcome, statusOf } from "./outcome.js";

/** Reads a thing: it is there, it is that one, and it is what it was made with. */
export async function readThing(run: ChainRun, thing: Thing, operation: Operation, made: Made): Promise<StepOutcome> {
  const called = await call(run, operation, { about: { thing, id: made.id } });
  if (called === undefined) return notCalled;
  const origin = made.sent === undefined ? "what the list has" : "what was created";
  if (called.answer !== undefined && !called.isSuccess)
    return outcomeOf([called], [`${origin} is not found: ${statusOf(called)}`]);
  return outcomeOf([called], stateOf(run, thing, operation, made, called));
}

/** What an answer says otherwise of a thing than it was told. */
export function stateOf(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  made: Made,
  called: Called,
): readonly string[] {
  const shown = shownThing(run, thing, operation, called);
  if (shown === undefined) return [];
  const { value, id } = shown;
  return [
    ...(id === undefined || isSame(id, made.id) ? [] : ["the answer is about another one than the request"]),
    ...differences(made.sent, value).map((at) => `the answer has another value at ${at} than was sent`),
  ];
}

function shownThing(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  { answer }: Called,
): { readonly value: unknown; readonly id: unknown } | undefined {
  if (answer === undefined) return undefined;
  const body = jsonOf(answer);
  const place = thingPlace(run.document, answerUse(operation), thing.names);
  if (place === undefined) return { value: body, id: undefined };
  const value = partAt(body, place.path);
  return { value, id: partAt(value, [place.identifier]) };
}
