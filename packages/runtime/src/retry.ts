import type { PlatformHeaders } from "./platform.js";

/** When a call is tried again. What is left out keeps its default. */
export interface RetryOptions {
  /** How often a call is repeated at most. Default: 2. */
  readonly retries?: number;
  /** Milliseconds before the first repetition, at most; doubles with each further one. Default: 500. */
  readonly delay?: number;
  /** What `delay` grows to at most, in milliseconds. Default: 8,000. */
  readonly maxDelay?: number;
  /** A server that asks to wait longer, in milliseconds, is not waited for: its answer is the result. Default: 60,000. */
  readonly maxRetryAfter?: number;
}

/**
 * Milliseconds to wait before a repetition, or undefined when there is to be none. Without a word from the server: full jitter below a
 * limit that doubles.
 *
 * @param attempt Number of the attempt that has ended, from 1.
 * @param retryAfter Milliseconds that the server asks to wait.
 * @param random From 0 to 1.
 */
export function backOff(
  { retries = 2, delay = 500, maxDelay = 8_000, maxRetryAfter = 60_000 }: RetryOptions,
  attempt: number,
  retryAfter: number | undefined,
  random: number,
): number | undefined {
  if (attempt > retries || Number(retryAfter) > maxRetryAfter) return undefined;
  return retryAfter ?? random * Math.min(maxDelay, delay * 2 ** (attempt - 1));
}

/**
 * Milliseconds that the headers ask to wait: `retry-after-ms`, or `retry-after` in seconds, fractions allowed, or as an HTTP date
 * (RFC 9110 10.2.3). A date counts from the server's own `date`, since the clocks may differ. Undefined for anything else.
 */
export function readRetryAfter(headers: PlatformHeaders, now: number): number | undefined {
  const text = headers.get("retry-after") ?? "";
  const began = Date.parse(headers.get("date") ?? "") || now;
  const date = Date.parse(httpDate.test(text) ? text : "") - began;
  const waits = [readNumber(headers.get("retry-after-ms") ?? ""), readNumber(text) * 1_000, Math.max(0, date)];
  return waits.find((wait) => wait >= 0);
}

/** Below zero where it is none. */
function readNumber(text: string): number {
  return /^[\d.]+$/.test(text) ? Number(text) : -1;
}

const httpDate = /^[A-Z][a-z]+,? .+:/;
