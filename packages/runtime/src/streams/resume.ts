import { toBytes } from "../bytes.js";
import { contextOf, fail } from "../call.js";
import { sleep } from "../deadline.js";
import { AbortedError } from "../errors/aborted.js";
import { ConnectionError } from "../errors/connection.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { TimeoutError } from "../errors/timeout.js";
import { addHeaders } from "../request-headers.js";
import { backOff } from "../retry.js";
import { unwrap } from "../unwrap.js";
import { brokenStream } from "./broken-stream.js";
import { type Arrived, close, type Opening } from "./opening.js";

/** How far a stream has come. */
export interface Progress {
  /** Of the last event that had one. Empty: there was none. */
  id: string;
  /** Milliseconds that the server asks to wait. */
  retry: number | undefined;
  /** How often the stream was asked for again since the last item. */
  times: number;
}

/**
 * Asks for a stream again, from where it broke off.
 *
 * @returns Undefined where the server says that it has ended, or where the application has let go of it.
 * @throws The error that the stream was lost with, where it is not to be asked for again.
 * @throws ApiError for an answer that is no success.
 */
export async function resume(
  opening: Opening,
  progress: Progress,
  error: FacsimileError,
): Promise<Arrived | undefined> {
  const { call, limits } = opening;
  const { signal, logger, retry = {} } = call.options;
  progress.times++;
  const delays = typeof retry === "object" ? retry : {};
  const wait = backOff({ ...delays, retries: limits.resume }, progress.times, progress.retry, Math.random());
  if (!progress.id || !call.repeatable || wait === undefined) throw error;
  logger?.warn?.(`${call.operation.id} is asked for again`, { ...contextOf(call), attempt: progress.times, wait });
  await sleep(wait, signal);
  if (signal?.aborted) fail(call, AbortedError, "was aborted", signal.reason);
  if (opening.isClosed) return undefined;
  try {
    return await askAgain(opening, progress.id);
  } catch (thrown) {
    if (thrown instanceof ConnectionError || thrown instanceof TimeoutError) return resume(opening, progress, thrown);
    throw thrown;
  }
}

async function askAgain(opening: Opening, id: string): Promise<Arrived | undefined> {
  const headers = { ...opening.call.headers };
  // In UTF-8, of which `fetch` takes each byte for a character (HTML, "Server-sent events", 9.2.3).
  addHeaders(headers, { "last-event-id": toBytes(id) });
  opening.arrived = undefined;
  const result = await opening.askAgain(headers);
  // HTML, "Server-sent events", 9.2.1: the server wants it to end.
  if (result.statusCode === 204) return undefined;
  await unwrap(result);
  const { arrived } = opening as Opening;
  if (!arrived) throw brokenStream(opening, "was asked for again, and the answer is none");
  if (opening.isClosed) close(opening);
  return arrived;
}
