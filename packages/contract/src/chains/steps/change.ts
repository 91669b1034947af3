import { isJson, isObject, type JsonObject, type Operation } from "@facsimile/document";
import type { Thing } from "@facsimile/mock/things";
import { useOf } from "@facsimile/samples";
import type { Body } from "../../wire/case-request.js";
import { type Called, type ChainRun, call, type Made, requestFor } from "../chain-run.js";
import { varied } from "../vary.js";
import { notCalled, outcomeOf, type StepOutcome, statusOf } from "./outcome.js";
import { stateOf } from "./read.js";

export interface ChangeOutcome extends StepOutcome {
  /** The thing as it has to be now. */
  readonly made: Made;
}

/** Changes all that may be changed, then, where that means no more than it says, one property alone. */
export async function changeThing(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  made: Made,
): Promise<ChangeOutcome> {
  const whole = changedBody(run, operation, made, `${run.mark}d`);
  if (whole === undefined) return { ...notCalled, made };
  const first = await changeAndRead(run, thing, operation, made, whole);
  if (first === undefined) return { ...notCalled, made };
  const single = operation.method === "patch" && first.isChanged ? singleBody(run, operation, first.made) : undefined;
  const second = single === undefined ? undefined : await changeAndRead(run, thing, operation, first.made, single);
  const all = [first, ...(second === undefined ? [] : [second])];
  const outcome = outcomeOf(
    all.flatMap(({ calls }) => calls),
    [...new Set(all.flatMap(({ state }) => state))],
  );
  return { ...outcome, made: (second ?? first).made };
}

interface Changed {
  readonly calls: readonly Called[];
  readonly state: readonly string[];
  readonly made: Made;
  readonly isChanged: boolean;
}

async function changeAndRead(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  made: Made,
  body: Body,
): Promise<Changed | undefined> {
  const about = { thing, id: made.id };
  const called = await call(run, operation, { about, body, isWhole: true });
  if (called === undefined) return undefined;
  // What no document says may still be refused, such as an address that is taken.
  if (!called.isSuccess) return { calls: [called], state: refusedState(called), made, isChanged: false };
  const sent =
    operation.method === "patch" && isObject(made.sent) ? { ...made.sent, ...(body.value as JsonObject) } : body.value;
  const changed: Made = { id: made.id, sent };
  const told = stateOf(run, thing, operation, { ...made, sent: body.value }, called).map(
    (what) => `${what} (in the answer to the change)`,
  );
  const read = thing.read === undefined ? undefined : await call(run, thing.read, { about });
  const shown =
    thing.read === undefined || read?.isSuccess !== true ? [] : stateOf(run, thing, thing.read, changed, read);
  return {
    calls: read === undefined ? [called] : [called, read],
    state: [...told, ...shown.map((what) => `${what} (read after the change)`)],
    made: changed,
    isChanged: true,
  };
}

/** A thing that is there is not missing. */
function refusedState(called: Called): readonly string[] {
  const { answer } = called;
  return answer?.status === 404 || answer?.status === 410 ? [`what was created is not found: ${statusOf(called)}`] : [];
}

/** What the thing has, as far as the operation takes it, with other values. */
function changedBody(run: ChainRun, operation: Operation, { sent }: Made, mark: string): Body | undefined {
  const usual = requestFor(run, operation, { isWhole: true })?.body;
  const schema = schemaOf(operation, usual);
  if (usual === undefined || !isObject(usual.value)) return usual;
  const own = isObject(sent) ? sent : {};
  const usualValue = usual.value;
  const start = Object.fromEntries(Object.entries(usualValue).map(([name, value]) => [name, own[name] ?? value]));
  const fits = (value: unknown): boolean =>
    schema === undefined || run.validator.check(schema.pointer, "request", value).length === 0;
  const value = varied(run.document, useOf(schema), fits(start) ? start : usualValue, { mark, fits });
  return { ...usual, value };
}

/** One property that is not what it was. Undefined where the operation asks for more. */
function singleBody(run: ChainRun, operation: Operation, made: Made): Body | undefined {
  const body = changedBody(run, operation, made, `${run.mark}e`);
  const schema = schemaOf(operation, body);
  if (body === undefined || schema === undefined || !isObject(body.value) || !isObject(made.sent)) return undefined;
  const { sent } = made;
  const [name, value] =
    Object.entries(body.value).find(([one, other]) => JSON.stringify(sent[one]) !== JSON.stringify(other)) ?? [];
  const single = name === undefined || value === undefined ? undefined : { [name]: value };
  const fits = single !== undefined && run.validator.check(schema.pointer, "request", single).length === 0;
  return fits ? { ...body, value: single } : undefined;
}

function schemaOf({ requestBody }: Operation, body: Body | undefined): ReturnType<typeof jsonSchema> {
  return jsonSchema(requestBody, body);
}

function jsonSchema(requestBody: Operation["requestBody"], body: Body | undefined) {
  return requestBody?.content.find(({ name }) => name === body?.mediaType && isJson(name))?.schema;
}
