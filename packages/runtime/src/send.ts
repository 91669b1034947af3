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
import { repetition, success } from "./retry-budget.js";

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
  const { logger, signal, timeout = defaultTimeout, totalTimeout = Infinity } = call.options;
  const { id } = call.operation;
  const { budget } = call.client;
  const ends = Date.now() + totalTimeout;
  for (let number = 1; !signal?.aborted; number++) {
    const began = Date.now();
    const left = ends - began;
    const log = (level: keyof Logger, message: string, more?: Partial<LogDetails>) =>
      logger?.[level]?.(message, { ...contextOf(call), attempt: number, milliseconds: Date.now() - began, ...more });
    const limit = left < timeout ? `totalTimeout, ${totalTimeout}` : `timeout, ${timeout}`;
    const expired = () => failure(call, TimeoutError, `took longer than ${limit} ms`);
    let result: AnyResult | undefined;
    let error: unknown;
    log("debug", `${id} is sent`);
    try {
      result = await within(Math.min(timeout, left), signal, expired, (own) => attempt(call, number, own));
      const { ok, statusCode: status, problem } = result;
      log(ok && problem ? "warn" : "info", `${id} was answered with ${status}`, { status, problem });
    } catch (thrown) {
      error = thrown;
      log("error", `${error}`);
    }
    if (signal?.aborted) break;
    if (result?.ok) budget(success);
    const wait = waitAfter(call, number, result, error);
    if (wait === undefined || Date.now() + wait >= ends || !budget(repetition)) {
      if (!result) throw error;
      return result;
    }
    log("warn", `${id} is repeated`, { wait });
    await sleep(wait, signal);
  }
  return fail(call, AbortedError, "was aborted", signal.reason);
}
