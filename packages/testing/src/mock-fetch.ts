import type { Operation } from "@facsimile/document";
import type { Fetch } from "@facsimile/runtime";
import { bodyOf, responseOf } from "./body.js";
import { type Description, describe, operationOf } from "./description.js";
import { findOperation } from "./find-operation.js";
import { judgeRequest, type SentRequest } from "./judge-request.js";
import { createMake, type Make } from "./make.js";
import { MockError } from "./mock-error.js";
import { type Called, operationId } from "./operation-id.js";
import type { BodyOf, Partly, StatusOf } from "./typed.js";

/** How an answer is given. */
export interface ReplyOptions {
  /** Milliseconds before the answer. Default: 0. */
  readonly delay?: number;
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

/** Answers without a server, as a document has them. */
export interface MockFetch {
  /** For the option `fetch` of a client. */
  readonly fetch: Fetch;
  /** @throws MockError for an operation that the document does not have. */
  on<Result>(operation: Called<Result>): Answers<Result>;
  /** What an operation was called with, in this order; without one, all calls. */
  calls(operation?: Called): readonly SentRequest[];
  /** Values of the document's schemas. */
  readonly make: Make;
  /** Forgets answers and calls. */
  reset(): void;
}

type Step = (request: SentRequest, signal: AbortSignal | undefined) => Promise<Response>;

/**
 * Answers for a client, by its document: `createClient({ fetch: api.fetch, … })`. Requests that the document does not allow are refused, and so are answers.
 *
 * @param source The path of a document, or the name of a generated package.
 * @throws MockError where there is no usable document.
 */
export async function mockFetch(source: string): Promise<MockFetch> {
  const description = await describe(source);
  const steps = new Map<Operation, Step[]>();
  const sent: { readonly operation: Operation; readonly request: SentRequest }[] = [];
  return {
    fetch: async (url, init) => {
      const request = new Request(url, init as RequestInit);
      const { pathname, searchParams: query } = new URL(url);
      const { operation, path } = findOperation(description, request.method, pathname);
      const body = await bodyIn(request);
      const { method, headers } = request;
      const call: SentRequest = { method, url, headers, path, query, body };
      sent.push({ operation, request: call });
      judgeRequest(description, operation, call);
      const all = steps.get(operation) ?? [];
      const step = all.length > 1 ? all.shift() : all[0];
      if (!step) throw new MockError(unanswered(operation, [...steps.keys()]));
      return step(call, init.signal as AbortSignal | undefined);
    },
    on: (called) => {
      const operation = operationOf(description, operationId(called));
      const all = steps.get(operation) ?? [];
      steps.set(operation, all);
      return answersOf(description, operation, all);
    },
    calls: (called) => {
      const operation = called === undefined ? undefined : operationOf(description, operationId(called));
      return sent.filter((one) => !operation || one.operation === operation).map(({ request }) => request);
    },
    make: createMake(description),
    reset: () => {
      steps.clear();
      sent.length = 0;
    },
  };
}

function answersOf<Result>(description: Description, operation: Operation, steps: Step[]): Answers<Result> {
  const answers: Answers<Result> = {
    reply: (given: unknown, body?: unknown, options: ReplyOptions = {}) => {
      if (typeof given !== "number") {
        steps.push(async (request, signal) => {
          // A cast because the signatures above say that it is a function.
          const { status, body: made, ...rest } = await (given as (request: SentRequest) => Promise<AnyReply>)(request);
          return respond(responder(description, operation, status, made, rest), rest.delay, signal);
        });
        return answers;
      }
      const answer = responder(description, operation, given, body, options);
      steps.push((_, signal) => respond(answer, options.delay, signal));
      return answers;
    },
    fail: (error = reset(), { delay } = {}) => {
      steps.push((_, signal) =>
        respond(
          () => {
            throw error;
          },
          delay,
          signal,
        ),
      );
      return answers;
    },
  };
  return answers;
}

type AnyReply = ReplyOptions & { readonly status: number; readonly body?: unknown };

/** Makes the answer each time anew: a body is read once. What the document refuses is refused at once. */
function responder(
  description: Description,
  operation: Operation,
  status: number,
  given: unknown,
  { headers = {} }: ReplyOptions,
): () => Response {
  responseOf(description, operation, status);
  const { contentType, value } = bodyOf(description, operation, status, given);
  const isBare = value === undefined || [204, 205, 304].includes(status);
  const isText = typeof value === "string" && !/json/i.test(contentType ?? "");
  const type: Record<string, string> = contentType === undefined ? {} : { "content-type": contentType };
  // A cast because what is no JSON and no text is what a Response takes.
  const body = isBare ? null : isText || value instanceof Blob ? (value as string | Blob) : JSON.stringify(value);
  return () => new Response(body, { status, headers: { ...type, ...headers } });
}

async function respond(answer: () => Response, delay = 0, signal?: AbortSignal): Promise<Response> {
  signal?.throwIfAborted();
  if (delay > 0) await wait(delay, signal);
  return answer();
}

function wait(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, delay);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        fail(signal.reason);
      },
      { once: true },
    );
  });
}

/** As the platform's `fetch` fails. */
function reset(): Error {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

async function bodyIn(request: Request): Promise<unknown> {
  if (request.body === null) return undefined;
  const type = request.headers.get("content-type") ?? "";
  if (/^multipart\//i.test(type)) return request.formData();
  const text = await request.text();
  if (!/json/i.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function unanswered({ id }: Operation, told: readonly Operation[]): string {
  const others = told.map((one) => one.id);
  const known = others.length === 0 ? "nothing is told yet" : `told are ${others.join(", ")}`;
  return `no answer is told for ${id}: ${known}. Call on(${id}).reply(…)`;
}
