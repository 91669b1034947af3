import type { Call } from "./call.js";
import { ConnectionError } from "./errors/connection.js";
import { ResponseParseError } from "./errors/response-parse.js";
import { TimeoutError } from "./errors/timeout.js";
import type { AnyResult } from "./result.js";
import { backOff, readRetryAfter } from "./retry.js";
import { codeOf } from "./thrown.js";

/** Methods of which a repetition may change something; of all others it changes nothing (RFC 9110 9.2.2). */
const unrepeatable = /POST|PATCH/;

/** Statuses that say that the same request may succeed a little later (RFC 9110 15.5.9, 15.6; RFC 6585 4). */
const transient = [408, 429, 500, 502, 503, 504];

/** What platforms call a failure to connect: nothing was sent. */
const unconnected = /REFUSED|NOT_?FOUND|EAI_AGAIN|UNREACH|NETDOWN|CONNECT_TIMEOUT/i;

/** What Node calls a body that cannot be decompressed: zlib's codes, brotli's and zstd's. */
const undecodable = /^(Z|ERR_|ZSTD)_/;

/**
 * Milliseconds to wait before a call is repeated, or undefined when it is not to be.
 *
 * @param attempts How many there were.
 * @param error Why there is no result, where there is none.
 */
export function waitAfter(
  { operation, options, repeatable }: Call,
  attempts: number,
  result: AnyResult | undefined,
  error: unknown,
): number | undefined {
  if (!repeatable || (result && !transient.includes(result.statusCode))) return undefined;
  const { retry = {}, idempotencyKey } = options;
  const idempotent = operation.idempotent || idempotencyKey || !unrepeatable.test(operation.method);
  const again = idempotent ? result || isTransient(error) : result?.statusCode === 429 || isUnsent(error);
  if (!again) return undefined;
  const retryAfter = result && readRetryAfter(result.response.headers, Date.now());
  return backOff(typeof retry === "object" ? retry : { retries: Number(retry) }, attempts, retryAfter, Math.random());
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof TimeoutError ||
    (error instanceof ResponseParseError && isLost(error.cause))
  );
}

/** Whether a body broke off with its connection, rather than arriving as what it should not be. */
function isLost(cause: unknown): boolean {
  return cause instanceof Error && !(cause instanceof SyntaxError) && !undecodable.test(codeOf(cause));
}

function isUnsent(error: unknown): boolean {
  return error instanceof ConnectionError && unconnected.test(codeOf(error.cause));
}
