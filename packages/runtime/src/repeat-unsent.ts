import { ConnectionError } from "./errors/connection.js";
import type { RepetitionRule } from "./operation.js";
import { repeatLost } from "./repeat-lost.js";
import { codeOf } from "./thrown.js";

/** What platforms call a failure to connect: nothing was sent. */
const unconnected = /REFUSED|NOT_?FOUND|EAI_AGAIN|UNREACH|NETDOWN|CONNECT_TIMEOUT/i;

/** Repeats what never reached the server, or was refused by it with 429; with an idempotency key, what {@link repeatLost} does. */
export const repeatUnsent: RepetitionRule = (status, error, options) => {
  if (options.idempotencyKey) return repeatLost(status, error, options);
  return status ? status === 429 : error instanceof ConnectionError && unconnected.test(codeOf(error.cause));
};
