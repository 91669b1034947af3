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

/** How an attempt ended. */
export interface Outcome {
  /** Undefined when no answer arrived or its body broke off. */
  readonly status: number | undefined;
  /** Nothing reached the server. */
  readonly unsent: boolean;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
}

/** Statuses that say that the same request may succeed a little later (RFC 9110 15.5.9, 15.6; RFC 6585 4). */
const transient = [408, 429, 500, 502, 503, 504];

/**
 * Milliseconds to wait before the call is repeated, or undefined when it is not to be.
 * Without a word from the server: full jitter below a limit that doubles.
 *
 * @param attempt Number of the attempt that has ended, from 1.
 * @param idempotent Whether the server may receive this request twice.
 * @param random From 0 to 1.
 */
export function decide(
  options: RetryOptions,
  attempt: number,
  outcome: Outcome,
  idempotent: boolean,
  random: number,
): number | undefined {
  const { retries = 2, delay = 500, maxDelay = 8_000, maxRetryAfter = 60_000 } = options;
  const { status, unsent, retryAfter } = outcome;
  const failed = status === undefined || transient.includes(status);
  if (attempt > retries || !failed || !(idempotent || unsent || status === 429)) return undefined;
  if (retryAfter !== undefined) return retryAfter <= maxRetryAfter ? retryAfter : undefined;
  return random * Math.min(maxDelay, delay * 2 ** (attempt - 1));
}

/**
 * Milliseconds that the headers ask to wait: `retry-after-ms`, or `retry-after` in seconds, fractions allowed, or as an HTTP date
 * (RFC 9110 10.2.3). A date counts from the server's own `date`, since the clocks may differ. Undefined for anything else.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds && number.test(milliseconds)) return Number(milliseconds);
  const text = headers.get("retry-after") ?? "";
  if (number.test(text)) return Number(text) * 1_000;
  const date = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - (Date.parse(headers.get("date") ?? "") || now));
}

const number = /^\d+(\.\d+)?$/;
const httpDate = /^[A-Z][a-z]+,? .+\d$|GMT$/;
