import type { JsonObject, Operation } from "@facsimile/document";
import type { Id, Thing } from "@facsimile/mock/things";
import type { RawAnswer } from "@facsimile/mock/wire";
import type { Validator } from "@facsimile/samples";
import { validRequest } from "../cases/valid-request.js";
import { isSuccess } from "../session/exercise.js";
import { judgeOutcome } from "../session/judge-attempt.js";
import type { Session } from "../session/session.js";
import type { Argument, Body, CaseRequest, Secret } from "../wire/case-request.js";
import type { Creations } from "./creations.js";
import { bound, type Known, type KnownThing } from "./known.js";

/** What steps share. */
export interface ChainRun {
  readonly document: JsonObject;
  readonly validator: Validator;
  readonly session: Session;
  /** The credentials that an operation is called with; undefined where none of its alternatives has all of them. */
  secretsFor(operation: Operation): readonly Secret[] | undefined;
  /** Everything that the run creates, so that it can be taken away again. */
  readonly creations: Creations;
  /** Which things requests are about from here on. */
  readonly known: Map<string, KnownThing>;
  /** Stands in what is created, so that two runs do not create the same. */
  readonly mark: string;
}

/** Something that a chain created or found. */
export interface Made {
  readonly id: Id;
  /** What was sent to create it; undefined where it was found. */
  readonly sent: unknown;
}

/** What a call is made with besides what its operation always needs. */
export interface CallParts {
  readonly body?: Body | undefined;
  /** In place of, or besides, the usual ones. */
  readonly arguments?: readonly Argument[];
  /** The thing that it is about. */
  readonly about?: { readonly thing: Thing; readonly id: Id };
  /** Whether all that may be given is given. Default: what has to be and nothing else. */
  readonly isWhole?: boolean;
}

/** What came of a call. */
export interface Called {
  readonly request: CaseRequest;
  readonly answer: RawAnswer | undefined;
  readonly isSuccess: boolean;
  /** What is not as the document says in the answer. */
  readonly findings: readonly string[];
}

/** A request as a chain makes it, about things that there are. */
export function requestFor(run: ChainRun, operation: Operation, parts: CallParts = {}): CaseRequest | undefined {
  const secrets = run.secretsFor(operation);
  if (secrets === undefined) return undefined;
  const { about } = parts;
  const usual = validRequest(run, operation, parts.isWhole === true ? "maximal" : "minimal");
  const known: Known =
    about === undefined ? run.known : new Map(run.known).set(about.thing.key, { ...about, isOwn: true });
  const isCreation = run.creations.creates(operation) !== undefined;
  const request = bound(run, { ...usual, secrets }, known, isCreation);
  const given = parts.arguments ?? [];
  const kept = request.arguments.filter(({ parameter }) => !given.some((one) => one.parameter === parameter));
  return { ...request, arguments: [...kept, ...given], body: parts.body ?? request.body };
}

/** Calls an operation. Undefined where there is no credential for it, or it is not asked any more. */
export async function call(run: ChainRun, operation: Operation, parts: CallParts = {}): Promise<Called | undefined> {
  const request = requestFor(run, operation, parts);
  if (request === undefined || run.session.isGivenUp(operation)) return undefined;
  const attempt = { request, valid: true };
  const outcome = await run.session.ask(attempt);
  return {
    request,
    answer: outcome.answer,
    isSuccess: outcome.answer !== undefined && isSuccess(operation, outcome.answer.status),
    findings: judgeOutcome(outcome, attempt, run.validator),
  };
}
