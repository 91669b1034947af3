import { attempt } from "./attempt.js";
import { type Call, contextOf, type Input, prepareCall } from "./call.js";
import { type AnyClient, type ClientState, stateOf } from "./client.js";
import { type Settle, sleep, within } from "./deadline.js";
import { AbortedError } from "./errors/aborted.js";
import { TimeoutError } from "./errors/timeout.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { type Ended, waitAfter } from "./repetition.js";
import type { AnyResult } from "./result.js";

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
  return (await attemptInTime(call)) as Result;
}

async function attemptInTime(call: Call): Promise<AnyResult> {
  const { signal, totalTimeout = Number.POSITIVE_INFINITY } = call.options;
  if (!signal && totalTimeout === Number.POSITIVE_INFINITY) return attemptAll(call, undefined, totalTimeout);
  const ends = Date.now() + totalTimeout;
  try {
    return await within(totalTimeout, signal, expire(call, "totalTimeout", totalTimeout), (own) =>
      attemptAll(call, own, ends),
    );
  } catch (error) {
    if (!signal?.aborted || error !== signal.reason) throw error;
    throw new AbortedError(`${call.operation.id} was aborted`, { ...contextOf(call), cause: error });
  }
}

/** @param ends When there is no time left for a repetition. */
async function attemptAll(call: Call, signal: AbortSignal | undefined, ends: number): Promise<AnyResult> {
  const { client, operation, options } = call;
  let refused: string | undefined;
  for (let number = 1; ; number++) {
    const ended = await attemptOnce(call, number, refused, signal);
    if (signal?.aborted) throw signal.reason;
    if (ended.token && !refused && call.repeatable && ended.result.statusCode === 401) {
      refused = ended.token;
      continue;
    }
    const wait = waitAfter(call, ended, refused ? number - 1 : number);
    if (wait === undefined || Date.now() + wait > ends || !client.budget.take()) return settle(client, ended);
    options.logger?.warn?.(`${operation.id} is repeated`, { ...contextOf(call), attempt: number, wait });
    await sleep(wait, signal);
  }
}

async function attemptOnce(
  call: Call,
  number: number,
  refused: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  const { logger, timeout = defaultTimeout } = call.options;
  const line = logger && { ...contextOf(call), attempt: number };
  const began = Date.now();
  const { id } = call.operation;
  if (line) logger.debug?.(`${id} is sent`, line);
  try {
    const ended = await within(timeout, signal, expire(call, "timeout", timeout), (own) =>
      attempt(call, number, refused, own),
    );
    const { statusCode: status } = ended.result;
    if (line) logger.info?.(`${id} was answered with ${status}`, { ...line, status, milliseconds: Date.now() - began });
    return ended;
  } catch (error) {
    if (line) logger.error?.(`${error}`, { ...line, milliseconds: Date.now() - began });
    return { error };
  }
}

function settle(client: ClientState, { result, error }: Ended): AnyResult {
  if (!result) throw error;
  if (result.ok) client.budget.refill();
  return result;
}

function expire(call: Call, option: string, milliseconds: number): (settle: Settle<never>) => void {
  return ({ reject }) =>
    reject(new TimeoutError(`${call.operation.id} took longer than ${option}, ${milliseconds} ms`, contextOf(call)));
}
