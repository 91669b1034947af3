import { attempt } from "./attempt.js";
import { type Call, contextOf, fail, failure, prepareCall } from "./call.js";
import { type AnyClient, stateOf } from "./client.js";
import { sleep, within } from "./deadline.js";
import { AbortedError } from "./errors/aborted.js";
import { TimeoutError } from "./errors/timeout.js";
import { defaultTimeout } from "./limits.js";
import type { LogDetails, Logger } from "./logger.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { waitAfter } from "./repetition.js";
import type { Input } from "./request.js";
import type { AnyResult } from "./result.js";
import { refill, take } from "./retry-budget.js";

/**
 * Calls an operation.
 *
 * @throws InvalidRequestError, CredentialsError when nothing was sent.
 * @throws ConnectionError, RedirectError, TimeoutError, AbortedError, ResponseParseError when there is no answer that can be read.
 */
export async function send<Parameters, Result>(
  client: AnyClient,
  operation: Operation<Parameters, Result>,
  input: Parameters | undefined,
  own: CallOptions = {},
): Promise<Result> {
  // Casts because the generator writes the description and the types of input and result from the same document.
  return (await perform(prepareCall(stateOf(client), operation, (input ?? {}) as Input, own))) as Result;
}

/** Sends a call until there is an answer that is not to be asked for again. Throws what {@link send} throws once something may be sent. */
export async function perform(call: Call): Promise<AnyResult> {
  const { logger, signal, totalTimeout = Infinity } = call.options;
  const ends = Date.now() + totalTimeout;
  for (let number = 1; ; number++) {
    const { result, error }: Ended = signal?.aborted ? {} : await attemptInTime(call, number, ends);
    if (signal?.aborted) return fail(call, AbortedError, "was aborted", signal.reason);
    if (result?.ok) refill(call.client.budget);
    const wait = waitAfter(call, number, result, error);
    if (wait === undefined || Date.now() + wait >= ends || !take(call.client.budget)) {
      if (!result) throw error;
      return result;
    }
    logger?.warn?.(`${call.operation.id} is repeated`, { ...contextOf(call), attempt: number, wait });
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
  const left = ends - began;
  const expired = () => {
    const limit = left < timeout ? `totalTimeout, ${totalTimeout}` : `timeout, ${timeout}`;
    return failure(call, TimeoutError, `took longer than ${limit} ms`);
  };
  log("debug", `${id} is sent`);
  try {
    const result = await within(Math.min(timeout, left), signal, expired, (own) => attempt(call, number, own));
    const { statusCode: status, problem } = result;
    log(result.ok && problem ? "warn" : "info", `${id} was answered with ${status}`, { status, problem });
    return { result };
  } catch (error) {
    log("error", `${error}`);
    return { error };
  }
}
