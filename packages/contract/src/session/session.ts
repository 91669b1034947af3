import type { Operation } from "@facsimile/document";
import { decodeContent, headerOf, type RawAnswer } from "@facsimile/mock/wire";
import type { Distortion } from "../cases/case.js";
import { sendRaw } from "../run/send-raw.js";
import type { CaseRequest } from "../wire/case-request.js";
import { NoWholeAnswerError, type SendLimits } from "../wire/send.js";
import { type Exercise, exerciseOf } from "./exercise.js";

/** A request to a server, and what the document says of it. */
export interface Attempt {
  readonly request: CaseRequest;
  readonly distortion?: Distortion | undefined;
  /** Whether the document allows it. */
  readonly valid: boolean;
}

/** What came of an attempt: an answer, or in words why there is none. */
export type Outcome = { readonly answer: RawAnswer } | { readonly answer: undefined; readonly failure: string };

/** Requests to one server, one after the other, with what they show of its operations. */
export interface Session {
  readonly exercise: Exercise;
  /** How many requests were sent. */
  readonly requests: number;
  /** Resolves whatever happens. */
  ask(attempt: Attempt): Promise<Outcome>;
  /** Whether an operation is not asked any more, because its answers did not come to an end. */
  isGivenUp(operation: Operation): boolean;
}

export interface SessionOptions {
  readonly url: string;
  readonly limits: SendLimits;
}

/** An operation that keeps one waiting is not asked for ever: each time costs the whole limit. */
const mostWithoutEnd = 2;

/** A server that asks for patience gets it, up to that. */
const mostPatienceMs = 5_000;

export function openSession({ url, limits }: SessionOptions): Session {
  const exercise = exerciseOf();
  const withoutEnd = new Map<Operation, number>();
  let requests = 0;
  async function sent({ request, distortion }: Attempt): Promise<RawAnswer> {
    requests += 1;
    const answer = await sendRaw(url, request, distortion, limits);
    const patience = Number(headerOf(answer.headers, "retry-after")) * 1000;
    if (answer.status !== 429 || !(patience <= mostPatienceMs)) return answer;
    await new Promise((resolve) => setTimeout(resolve, patience));
    requests += 1;
    return sendRaw(url, request, distortion, limits);
  }
  return {
    exercise,
    get requests() {
      return requests;
    },
    isGivenUp: (operation) => (withoutEnd.get(operation) ?? 0) >= mostWithoutEnd,
    async ask(attempt) {
      const { operation } = attempt.request;
      try {
        const answer = await sent(attempt);
        // What is for another method or another path shows nothing of the operation.
        const isElsewhere = attempt.distortion?.method !== undefined || attempt.distortion?.target !== undefined;
        if (!isElsewhere) exercise.note(operation, answer.status, attempt.valid);
        const body = decodeContent(answer.headers, answer.body);
        return { answer: typeof body === "string" ? answer : { ...answer, body } };
      } catch (error) {
        if (error instanceof NoWholeAnswerError) withoutEnd.set(operation, (withoutEnd.get(operation) ?? 0) + 1);
        const failure = error instanceof Error ? error.message : String(error);
        exercise.miss(operation, failure);
        return { answer: undefined, failure };
      }
    },
  };
}
