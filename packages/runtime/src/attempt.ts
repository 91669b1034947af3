import type { Call } from "./call.js";
import { authorize } from "./credentials/authorize.js";
import { exchange } from "./exchange.js";
import { readResult } from "./response/result.js";
import type { AnyResult } from "./result.js";
import type { Authorization } from "./security.js";
import { surround } from "./surround.js";

/**
 * Sends a call and reads the answer. An access token that the API refuses is renewed once, where another may be had.
 *
 * @param number From 1.
 */
export async function attempt(call: Call, number: number, signal: AbortSignal): Promise<AnyResult> {
  let authorized: Authorization | undefined;
  const send = async (headers: Call["headers"]) => {
    authorized = await authorize(call, headers, call.operation.security);
    return exchange(call, authorized, signal);
  };
  const answer = await (call.middleware.length > 0 ? surround(call, number, send) : send(call.headers));
  // A cast because the compiler does not see that `send` assigns it. It stays undefined where middleware answers.
  const { secrets = [], token } = (authorized as Authorization | undefined) ?? {};
  const result = await readResult(call, answer, secrets);
  if (!token || call.refused || !call.repeatable || result.statusCode !== 401) return result;
  call.refused = token;
  return attempt(call, number, signal);
}
