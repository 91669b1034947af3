import { ConnectionError } from "./errors/connection.js";
import { ResponseParseError } from "./errors/response-parse.js";
import { TimeoutError } from "./errors/timeout.js";
import type { RepetitionRule } from "./operation.js";
import { codeOf } from "./thrown.js";

/** Statuses that say that the same request may succeed a little later (RFC 9110 15.5.9, 15.6; RFC 6585 4). */
const transient = /^(408|429|50[0234])$/;

/** What Node calls a body that cannot be decompressed: zlib's codes, brotli's and zstd's. */
const undecodable = /^(Z|ERR_|ZSTD)_/;

/** Repeats what may succeed a little later, and what was lost on its way. For operations of which a repetition changes nothing (RFC 9110 9.2.2). */
export const repeatLost: RepetitionRule = (status, error) =>
  status
    ? transient.test(`${status}`)
    : error instanceof ConnectionError ||
      error instanceof TimeoutError ||
      (error instanceof ResponseParseError && isLost(error.cause));

/** Whether a body broke off with its connection, rather than arriving as what it should not be. */
function isLost(cause: unknown): boolean {
  return cause instanceof Error && !(cause instanceof SyntaxError) && !undecodable.test(codeOf(cause));
}
