import { buildModel, type JsonObject, type Operation, responseFor } from "@facsimile/document";
import { createValidator, type Validator } from "@facsimile/samples";
import type { Address, Answered, Answering } from "../server/answering.js";
import { asDocument } from "../server/as-document.js";
import type { Thing } from "../things/thing.js";
import { asksForAnswer, ownPrefer } from "../wire/asks-for-answer.js";
import type { RawRequest } from "../wire/exchange.js";
import { matchOperation } from "../wire/match-operation.js";
import { problem } from "../wire/problem.js";
import { servedPaths } from "../wire/served-paths.js";
import type { Act } from "./act.js";
import { change } from "./change.js";
import type { StateContext } from "./context.js";
import { put } from "./create.js";
import { findKeptThings, isAnywhere, type Role } from "./kept-things.js";
import { list } from "./list.js";
import { type Place, placeIn } from "./place.js";
import { read, remove } from "./read.js";
import { seedsOf } from "./seeds.js";
import { shapesOf } from "./shapes.js";
import { createStore, type Seeds, type Store } from "./store.js";

/** What answers by examples, and remembers what it was told. */
export interface Memory extends Answering {
  /** Lets everything be as it was at the start. */
  reset(): void;
}

export interface MemoryOptions {
  /** Whether there is nothing at the start. Otherwise there is what the examples of lists show. */
  readonly isEmpty: boolean;
  /** What comes before the path templates. */
  readonly base: string;
  /** How long one answer may keep the process busy. */
  readonly limitMs: number;
  /** Of the problems that the document has no answer for. */
  readonly title: string;
}

/** What the document states of a request is held by what is behind; only what that answers with a success is remembered. */
export function withMemory(behind: Answering, json: JsonObject, options: MemoryOptions): Memory {
  let opened: StateContext | undefined;
  return {
    reset: () => opened?.store.reset(),
    async answer(request, address) {
      opened ??= openContext(json, options);
      const same: Behind = { answer: (one) => behind.answer(one, address) };
      return answerFrom(opened, same, { request, address, title: options.title });
    },
  };
}

/** What is behind, for one request. */
interface Behind {
  answer(request: RawRequest): Promise<Answered>;
}

/** Finds the things of the document, when they are first asked for. */
function openContext(json: JsonObject, { isEmpty, base, limitMs }: MemoryOptions): StateContext {
  const document = asDocument(json);
  const { api } = buildModel(document);
  if (api === undefined) throw new Error("the document has no operations that could be remembered");
  let made: Validator | undefined;
  const validator = (): Validator => {
    made ??= createValidator(document, api);
    return made;
  };
  const things = findKeptThings(json, api);
  const examples = seedsOf(document, validator);
  // What is inside of something that was created is empty at first.
  const seeds: Seeds = (thing, scope, store) =>
    isEmpty || !things.ownersOf(thing, scope).every(([owner, place]) => isSeed(store, owner, place))
      ? []
      : examples(thing);
  const paths = servedPaths(api, base);
  return { document, api, validator, things, shapes: shapesOf(json), paths, limitMs, store: createStore(seeds) };
}

/** Whether something is of an example: what is inside of it is too. */
function isSeed(store: Store, owner: Thing, { scope, id = "" }: Place): boolean {
  const kept = store.get(owner, scope, id);
  return kept === undefined ? isAnywhere(owner) && !store.isRemoved(scope, id) : kept.isSeed;
}

interface Asked {
  readonly request: RawRequest;
  readonly address: Address | undefined;
  readonly title: string;
}

async function answerFrom(
  context: StateContext,
  behind: Behind,
  { request, address, title }: Asked,
): Promise<Answered> {
  const match = matchOperation(
    { operations: operationsAt(context, address) },
    "",
    request.method,
    request.target.split("?", 1)[0] ?? "",
  );
  const answered = await behind.answer(request);
  if (match.kind !== "operation" || asksForAnswer(request) || !isSuccess(answered)) return answered;
  const { operation, path } = match;
  const role = context.things.roleOf(operation);
  const statedFor = (status: number): Promise<Answered | undefined> => statedAnswer(behind, request, operation, status);
  if (isGone(context, operation, path, role)) return (await statedFor(404)) ?? gone(request, operation, title);
  const place = role === undefined ? undefined : placeIn(operation, path, role.thing);
  if (role === undefined || place === undefined) return answered;
  return perform(role, { context, operation, thing: role.thing, place, request, answered, statedFor });
}

function isSuccess({ answer }: Answered): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** Those that a request can be for. */
function operationsAt({ api }: StateContext, address: Address | undefined): readonly Operation[] {
  if (address === undefined) return api.operations;
  return api.operations.filter(({ pathKey, method }) => pathKey === address.pathKey && method === address.method);
}

/** Whether the path goes through a thing that is not there. One that the request creates need not be. */
function isGone(
  { things, store }: StateContext,
  operation: Operation,
  texts: ReadonlyMap<string, string>,
  role: Role | undefined,
): boolean {
  return things.through(operation).some((thing) => {
    const place = placeIn(operation, texts, thing);
    if (place?.id === undefined || (role?.kind === "create" && role.thing === thing)) return false;
    if (store.get(thing, place.scope, place.id) !== undefined) return false;
    return !isAnywhere(thing) || store.isRemoved(place.scope, place.id);
  });
}

async function perform(role: Role, act: Act): Promise<Answered> {
  switch (role.kind) {
    case "create":
      return put(act);
    case "list":
      return list(act);
    case "read":
      return read(act);
    case "change":
      return change(act);
    case "remove":
      return remove(act);
  }
}

/** The answer that the document states for a status; undefined where it states none, or none that the client takes. */
async function statedAnswer(
  behind: Behind,
  request: RawRequest,
  operation: Operation,
  status: number,
): Promise<Answered | undefined> {
  if (responseFor(operation.responses, status) === undefined) return undefined;
  const stated = await behind.answer({ ...request, headers: [...request.headers, [ownPrefer, `code=${status}`]] });
  return stated.answer.status === status ? stated : undefined;
}

function gone(request: RawRequest, { method, path }: Operation, title: string): Answered {
  const detail = `there is no such thing at ${request.target.split("?", 1)[0]}.`;
  return { answer: problem(title, 404, detail), operation: { method, path }, violations: [] };
}
