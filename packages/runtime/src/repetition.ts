import type { Attempted } from "./attempt.js";
import type { Call } from "./call.js";
import { ConnectionError } from "./errors/connection.js";
import { ResponseParseError } from "./errors/response-parse.js";
import { TimeoutError } from "./errors/timeout.js";
import { decide, readRetryAfter } from "./retry.js";

/** How an attempt ended: with an answer or without one. */
export type Ended =
  | (Attempted & { readonly error?: undefined })
  | { readonly error: unknown; readonly result?: undefined; readonly token?: undefined };

/** Methods of which a repetition changes nothing (RFC 9110 9.2.2). */
const idempotentMethods = /GET|HEAD|OPTIONS|PUT|DELETE|TRACE/;

/** What platforms call a failure to connect: nothing was sent. */
const unconnected = /REFUSED|NOT_?FOUND|EAI_AGAIN|UNREACH|NETDOWN|CONNECT_TIMEOUT/i;

/**
 * Milliseconds to wait before a call is repeated, or undefined when it is not to be.
 *
 * @param attempts How many there were.
 */
export function waitAfter(call: Call, { result, error }: Ended, attempts: number): number | undefined {
  const { operation, options, repeatable } = call;
  if (!repeatable || result?.ok || !(result || isTransient(error))) return undefined;
  const { retry = {}, idempotencyKey } = options;
  const outcome = {
    status: result?.statusCode,
    unsent: error instanceof ConnectionError && unconnected.test(codeOf(error)),
    retryAfter: result && readRetryAfter(result.response.headers, Date.now()),
  };
  const idempotent = operation.idempotent ?? (idempotencyKey !== undefined || idempotentMethods.test(operation.method));
  const policy = typeof retry === "object" ? retry : { retries: Number(retry) };
  return decide(policy, attempts, outcome, idempotent, Math.random());
}

function isTransient(error: unknown): boolean {
  const mended = error instanceof ConnectionError || error instanceof TimeoutError;
  return mended || (error instanceof ResponseParseError && !error.tooLarge);
}

/** `fetch` throws a TypeError whose cause is the platform's error. */
function codeOf({ cause }: Error): string {
  const { code, cause: inner } = Object(cause) as { code?: unknown; cause?: { code?: unknown } };
  return `${inner?.code ?? code}`;
}
