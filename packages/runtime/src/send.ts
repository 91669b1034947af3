import { attempt } from "./attempt.js";
import { type Call, contextOf, fail, failure, prepareCall } from "./call.js";
import { type AnyClient, stateOf } from "./client.js";
import { sleep, within } from "./deadline.js";
import { AbortedError } from "./errors/aborted.js";
import { TimeoutError } from "./errors/timeout.js";
import type { LogDetails, Logger } from "./logger.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { waitAfter } from "./repetition.js";
import type { Input } from "./request.js";
import type { AnyResult } from "./result.js";
import { refill, take } from "./retry-budget.js";

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
  const call = prepareCall(stateOf(client), operation, (input ?? {}) as Input, options, link);
  // The generator writes the description and the result's type from the same document.
  return (await attemptAll(call)) as Result;
}

async function attemptAll(call: Call): Promise<AnyResult> {
  const { client, operation, options } = call;
  const { signal, totalTimeout = Infinity } = options;
  const ends = Date.now() + totalTimeout;
  for (let number = 1; ; number++) {
    const { result, error }: Ended = signal?.aborted ? {} : await attemptInTime(call, number, ends);
    if (signal?.aborted) return fail(call, AbortedError, "was aborted", signal.reason);
    if (result?.ok) refill(client.budget);
    const wait = waitAfter(call, number, result, error);
    if (wait === undefined || Date.now() + wait >= ends || !take(client.budget)) {
      if (result) return result;
      throw error;
    }
    options.logger?.warn?.(`${operation.id} is repeated`, { ...contextOf(call), attempt: number, wait });
    await sleep(wait, signal);
  }
}

/** How an attempt ended: with an answer or without one. */
interface Ended {
  readonly result?: AnyResult;
  readonly error?: unknown;
}

/** @param ends When there is no time left, in milliseconds since 1970. */
async function attemptInTime(call: Call, number: number, ends: number): Promise<Ended> {
  const { logger, signal, timeout = defaultTimeout, totalTimeout } = call.options;
  const { id } = call.operation;
  const began = Date.now();
  const log = (level: keyof Logger, message: string, more?: Partial<LogDetails>) =>
    logger?.[level]?.(message, { ...contextOf(call), attempt: number, milliseconds: Date.now() - began, ...more });
  const limit = ends - began < timeout ? `totalTimeout, ${totalTimeout}` : `timeout, ${timeout}`;
  const expired = () => failure(call, TimeoutError, `took longer than ${limit} ms`);
  log("debug", `${id} is sent`);
  try {
    const work = (own: AbortSignal) => attempt(call, number, own);
    const result = await within(Math.min(timeout, ends - began), signal, expired, work);
    const { statusCode: status } = result;
    log("info", `${id} was answered with ${status}`, { status });
    return { result };
  } catch (error) {
    log("error", `${error}`);
    return { error };
  }
}
