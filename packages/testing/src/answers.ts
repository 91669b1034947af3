import type { Operation } from "@facsimile/document";
import { answerOf } from "./body.js";
import type { Description } from "./description.js";
import type { SentRequest } from "./sent-request.js";
import type { BodyOf, Partly, StatusOf } from "./typed.js";

/** How an answer is given. */
export interface ReplyOptions {
  /** Milliseconds before the answer. Default: 0. */
  readonly delay?: number;
  /** A `content-type` says which media type of the response the body is of. Default: JSON where it is stated, else the first. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of an operation: its status, and what is to be in its body. */
export type Reply<Result> = ReplyOptions &
  {
    [Status in StatusOf<Result>]: {
      readonly status: Status;
      readonly body?: Partly<BodyOf<Result, Status>> | undefined;
    };
  }[StatusOf<Result>];

/** What is answered to the calls of one operation: in the order in which it is told, and the last again and again. */
export interface Answers<Result> {
  /**
   * Answers with a status and a body. Required properties that the body has not are made up; without a body, all of it is.
   *
   * @throws MockError for a status that the document does not state, and a body that it does not allow.
   */
  reply<Status extends StatusOf<Result>>(
    status: Status,
    body?: Partly<BodyOf<Result, Status>>,
    options?: ReplyOptions,
  ): Answers<Result>;
  /** Answers with what is made of the request; what the document refuses of it is thrown by the call. */
  reply(answer: (request: SentRequest) => Reply<Result> | Promise<Reply<Result>>): Answers<Result>;
  /** Gives no answer, as when the network fails. Default: a connection that was reset. */
  fail(error?: Error, options?: Pick<ReplyOptions, "delay">): Answers<Result>;
}

/** Gives one answer. */
export type Step = (request: SentRequest, signal: AbortSignal | undefined) => Promise<Response>;

type AnyReply = ReplyOptions & { readonly status: number; readonly body?: unknown };
type MakeReply = (request: SentRequest) => AnyReply | Promise<AnyReply>;

/** Adds what is told to the steps of an operation. */
export function answersOf<Result>(description: Description, operation: Operation, steps: Step[]): Answers<Result> {
  const answers: Answers<Result> = {
    reply: (given: unknown, body?: unknown, options: ReplyOptions = {}) => {
      // A cast because the signatures above say that it is a function.
      const step =
        typeof given === "number"
          ? toldStep(description, operation, { ...options, status: given, body })
          : madeStep(description, operation, given as MakeReply);
      steps.push(step);
      return answers;
    },
    fail: (error = reset(), { delay } = {}) => {
      steps.push((_, signal) => after(delay, signal, () => Promise.reject(error)));
      return answers;
    },
  };
  return answers;
}

/** What the document refuses is refused at once. */
function toldStep(description: Description, operation: Operation, told: AnyReply): Step {
  const answer = answerOf(description, operation, told);
  return (_, signal) => after(told.delay, signal, answer);
}

function madeStep(description: Description, operation: Operation, reply: MakeReply): Step {
  return async (request, signal) => {
    const told = await reply(request);
    return after(told.delay, signal, answerOf(description, operation, told));
  };
}

async function after(
  delay: number | undefined,
  signal: AbortSignal | undefined,
  answer: () => Response | Promise<never>,
): Promise<Response> {
  signal?.throwIfAborted();
  if (delay !== undefined && delay > 0) await wait(delay, signal);
  return answer();
}

function wait(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const abort = (): void => {
      clearTimeout(timer);
      fail(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      done();
    }, delay);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** As the platform's `fetch` fails. */
function reset(): Error {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}
