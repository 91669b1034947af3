import { type Attempted, attempt } from "./attempt.js";
import { type Call, type Input, prepareCall } from "./call.js";
import { type AnyClient, stateOf } from "./client.js";
import { sleep, within } from "./deadline.js";
import { AbortedError } from "./errors/aborted.js";
import { ConnectionError } from "./errors/connection.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { ResponseParseError } from "./errors/response-parse.js";
import { TimeoutError } from "./errors/timeout.js";
import type { LogDetails, Logger } from "./logger.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { decide, type Outcome, readRetryAfter } from "./retry.js";

/** Methods of which a repetition changes nothing (RFC 9110 9.2.2). */
const idempotentMethods = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"];

/** What platforms call a failure to connect: nothing was sent. */
const unconnected = /REFUSED|NOT_?FOUND|EAI_AGAIN|UNREACH|NETDOWN|CONNECT_TIMEOUT/i;

/** One minute. */
const defaultTimeout = 60_000;

/**
 * Calls an operation.
 *
 * @throws InvalidRequestError, CredentialsError when nothing was sent.
 * @throws ConnectionError, RedirectError, TimeoutError, AbortedError, ResponseParseError when there is no answer that can be read.
 */
export function send<Input, Result>(
  client: AnyClient,
  operation: Operation<Input, Result>,
  input: Input | undefined,
  options?: CallOptions,
): Promise<Result> {
  return sendTo(client, operation, input, options);
}

/** As {@link send}, to a URL that the API gave. */
export async function sendTo<Parameters, Result>(
  client: AnyClient,
  operation: Operation<Parameters, Result>,
  input: Parameters | undefined,
  options: CallOptions = {},
  link?: string,
): Promise<Result> {
  const call = prepare(client, operation, (input ?? {}) as Input, options, link);
  const { signal, totalTimeout = call.client.options.totalTimeout ?? Number.POSITIVE_INFINITY } = options;
  const ends = Date.now() + totalTimeout;
  const result = await within(
    totalTimeout,
    signal,
    (settle) => settle.reject(timedOut(call, "totalTimeout", totalTimeout)),
    (total) => attemptAll(call, total, ends),
  ).catch((error: unknown) => {
    if (signal?.aborted && error === signal.reason) {
      throw new AbortedError(`${operation.id} was aborted`, { ...call.context, cause: error });
    }
    throw error;
  });
  // The generator writes the description and the result's type from the same document.
  return result as Result;
}

function prepare(
  client: AnyClient,
  operation: Operation<never>,
  input: Input,
  options: CallOptions,
  link: string | undefined,
): Call {
  try {
    return prepareCall(stateOf(client), operation, input, options, link);
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    const { id, method } = operation;
    throw new InvalidRequestError(`${id}: ${error.message}`, { operation: id, method, cause: error.cause });
  }
}

async function attemptAll(call: Call, signal: AbortSignal, ends: number): Promise<Attempted["result"]> {
  const { client, options, operation, repeatable } = call;
  const retry = options.retry ?? client.options.retry;
  const policy = typeof retry === "object" ? retry : retry === undefined ? {} : { retries: Number(retry) };
  const idempotent =
    idempotentMethods.includes(operation.method) ||
    operation.idempotent === true ||
    options.idempotencyKey !== undefined;
  let refused: string | undefined;
  for (let number = 1; ; number++) {
    const began = Date.now();
    log(call, "debug", "sent", { attempt: number });
    const ended = await attemptOnce(call, number, refused, signal);
    const milliseconds = Date.now() - began;
    if ("error" in ended) log(call, "error", String(ended.error), { attempt: number, milliseconds });
    else log(call, "info", "answered", { attempt: number, status: ended.result.statusCode, milliseconds });
    if (signal.aborted) throw signal.reason;
    const outcome = outcomeOf(ended);
    if (outcome?.status === 401 && "result" in ended && ended.token && !refused && repeatable) {
      refused = ended.token;
      continue;
    }
    const wait = outcome && repeatable && decide(policy, number, outcome, idempotent, Math.random());
    if (wait === undefined || wait === false || Date.now() + wait > ends || !client.budget.take()) {
      if ("error" in ended) throw ended.error;
      if (ended.result.ok) client.budget.refill();
      return ended.result;
    }
    log(call, "warn", "repeated", { attempt: number, wait });
    await sleep(wait, signal);
  }
}

type Ended = Attempted | { readonly error: unknown };

async function attemptOnce(
  call: Call,
  number: number,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Ended> {
  const timeout = call.options.timeout ?? call.client.options.timeout ?? defaultTimeout;
  try {
    return await within<Attempted>(
      timeout,
      signal,
      (settle) => settle.reject(timedOut(call, "timeout", timeout)),
      (own) => attempt(call, number, refused, own),
    );
  } catch (error) {
    return { error };
  }
}

/** What the policy has to know; undefined for what cannot be mended by a repetition. */
function outcomeOf(ended: Ended): Outcome | undefined {
  if ("result" in ended) {
    const { statusCode, response } = ended.result;
    return { status: statusCode, unsent: false, retryAfter: readRetryAfter(response.headers, Date.now()) };
  }
  const { error } = ended;
  const broken = error instanceof TimeoutError || (error instanceof ResponseParseError && !error.tooLarge);
  if (!broken && !(error instanceof ConnectionError)) return undefined;
  return { status: undefined, unsent: isUnsent(error), retryAfter: undefined };
}

function isUnsent(error: Error): boolean {
  if (!(error instanceof ConnectionError)) return false;
  // `fetch` throws a TypeError whose cause is the platform's error.
  const { code, cause } = error.cause as { code?: unknown; cause?: { code?: unknown } };
  return unconnected.test(String(cause?.code ?? code));
}

function timedOut({ operation, context }: Call, option: string, milliseconds: number): TimeoutError {
  return new TimeoutError(`${operation.id} took longer than ${option}, ${milliseconds} ms`, context);
}

function log(
  call: Call,
  level: keyof Logger,
  what: string,
  details: Omit<LogDetails, "operation" | "method" | "url">,
): void {
  const { operation = "", method = "", url = "" } = call.context;
  call.client.options.logger?.[level]?.(`${operation}: ${what}`, { operation, method, url, ...details });
}
