import type { Creation, Thing } from "@facsimile/mock/things";
import { type Id, idIn, idOfLocation, jsonOf } from "@facsimile/mock/things";
import { partAt, sampleValue, useOf } from "@facsimile/samples";
import type { Argument, Body } from "../../wire/case-request.js";
import { type Called, type ChainRun, call, type Made, requestFor } from "../chain-run.js";
import { differences, isSame } from "../same.js";
import { varied } from "../vary.js";
import { notCalled, outcomeOf, type StepOutcome, statusOf } from "./outcome.js";

export interface CreateOutcome extends StepOutcome {
  readonly made: readonly Made[];
}

/** Creates two things that differ in all that may differ. */
export async function createTwo(run: ChainRun, thing: Thing, create: Creation): Promise<CreateOutcome> {
  const first = await createOne(run, thing, create, undefined, `${run.mark}a`);
  if (first === undefined) return { ...notCalled, made: [] };
  const second =
    first.made === undefined ? undefined : await createOne(run, thing, create, first.made.sent, `${run.mark}b`);
  const all = [first, ...(second === undefined ? [] : [second])];
  const made = all.flatMap((one) => one.made ?? []);
  const outcome = outcomeOf(
    all.flatMap(({ tries }) => tries),
    [...new Set(all.flatMap(({ state }) => state))],
  );
  return {
    ...outcome,
    made,
    ...(made.length === 0 ? { untried: [`nothing could be created: ${whyNot(first)}`] } : {}),
  };
}

/** Creates one thing more, without a word about it. */
export async function createAgain(run: ChainRun, thing: Thing, create: Creation): Promise<Made | undefined> {
  return (await createOne(run, thing, create, undefined, `${run.mark}c`))?.made;
}

interface Attempted {
  readonly tries: readonly Called[];
  readonly made: Made | undefined;
  readonly state: readonly string[];
}

function whyNot({ tries }: Attempted): string {
  const last = tries.at(-1);
  if (last === undefined) return "no request could be made";
  if (!last.isSuccess) return `the answer was ${statusOf(last)}`;
  return last.answer?.status === 202 ? "it may not be there yet" : "the answer does not say what it is called";
}

/** What may be refused for a reason that no document has, such as a name that is taken, is tried with other values. */
async function createOne(
  run: ChainRun,
  thing: Thing,
  create: Creation,
  from: unknown,
  mark: string,
): Promise<Attempted | undefined> {
  const { operation } = create;
  const usual = requestFor(run, operation, { isWhole: true });
  if (usual === undefined) return undefined;
  const id = create.identifier.from === "caller" ? chosenId(run, thing, usual.arguments, mark) : undefined;
  const about = id === undefined ? {} : { about: { thing, id } };
  const tries: Called[] = [];
  for (const body of bodiesFor(run, create, usual.body, from, mark)) {
    const called = await call(run, operation, { isWhole: true, body, ...about });
    if (called === undefined) break;
    tries.push(called);
    if (called.isSuccess) return { tries, ...judged(run, thing, create, called, id) };
  }
  return { tries, made: undefined, state: [] };
}

function judged(
  run: ChainRun,
  thing: Thing,
  create: Creation,
  { answer, request }: Called,
  chosen: Id | undefined,
): Pick<Attempted, "made" | "state"> {
  const id = chosen ?? (answer === undefined ? undefined : idIn(answer, thing, create));
  if (answer === undefined || id === undefined) return { made: undefined, state: [] };
  run.creations.add({ thing, id, known: new Map(run.known).set(thing.key, { thing, id, isOwn: true }) });
  // It was accepted and may not be there yet (RFC 9110, 15.3.3).
  if (answer.status === 202) return { made: undefined, state: [] };
  const sent = request.body?.value;
  const { identifier } = create;
  const got = identifier.from === "body" ? partAt(jsonOf(answer), identifier.path.slice(0, -1)) : jsonOf(answer);
  const location = idOfLocation(answer, thing);
  return {
    made: { id, sent },
    state: [
      ...differences(sent, got).map((at) => `the answer has another value at ${at} than the request`),
      ...(location === undefined || isSame(location, id)
        ? []
        : ["Location leads to another one than the answer is about"]),
    ],
  };
}

/** Bodies to create one with, the boldest first: other values than the document's, those, and what is needed alone. */
function bodiesFor(
  run: ChainRun,
  { operation }: Creation,
  usual: Body | undefined,
  from: unknown,
  mark: string,
): readonly (Body | undefined)[] {
  const content = operation.requestBody?.content.find(({ name }) => name === usual?.mediaType);
  if (usual === undefined || content === undefined) return [usual];
  const { schema } = content;
  const fits = (value: unknown): boolean =>
    schema === undefined || run.validator.check(schema.pointer, "request", value).length === 0;
  const made = varied(run.document, useOf(schema), from ?? usual.value, { mark, fits });
  const plain = varied(run.document, useOf(schema), usual.value, { mark: mark.replaceAll(/[^ -~]/g, ""), fits });
  const least = sampleValue(run.document, useOf(schema), { direction: "request", size: "minimal" });
  const values = [made, asciiOf(plain), usual.value, least].filter(fits);
  return distinct(values).map((value) => ({ ...usual, value }));
}

function distinct(values: readonly unknown[]): readonly unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Some servers take no letters outside ASCII, and say so. */
function asciiOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll("Zoë ", "Zoe "));
}

function chosenId(
  { validator }: ChainRun,
  { parameter }: Thing,
  usual: readonly Argument[],
  mark: string,
): Id | undefined {
  const value = usual.find((one) => one.parameter.name === parameter.name && one.parameter.in === "path")?.value;
  const candidates: readonly Id[] =
    typeof value === "number"
      ? [value + 1_000_003, value + 1]
      : [`${value}-${mark}`, `${value}${mark}`, mark, String(value)];
  return candidates.find((id) => validator.check(parameter.schema.pointer, "request", id).length === 0);
}
