import type { Call } from "./call.js";
import type { AnyResult } from "./result.js";
import { backOff, readRetryAfter } from "./retry.js";

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
  if (!repeatable || !operation.repeat?.(result?.statusCode, error, options)) return undefined;
  const { retry = {} } = options;
  const retryAfter = result && readRetryAfter(result.response.headers, Date.now());
  return backOff(typeof retry === "object" ? retry : { retries: Number(retry) }, attempts, retryAfter, Math.random());
}
