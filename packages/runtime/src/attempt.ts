import type { Call } from "./call.js";
import { exchange } from "./exchange.js";
import { readResult } from "./response/result.js";
import type { AnyResult } from "./result.js";
import { surround } from "./surround.js";

/**
 * Sends a call and reads the answer. A credential that the API refuses is renewed once, where another may be had.
 *
 * @param number From 1.
 */
export async function attempt(call: Call, number: number, signal: AbortSignal): Promise<AnyResult> {
  const answer = await (call.middleware[0] ? surround(call, number, signal) : exchange(call, call.headers, signal));
  const result = await readResult(call, answer);
  if (!answer.renewable?.size || call.refused || !call.repeatable || result.statusCode !== 401) return result;
  call.refused = answer.renewable;
  return attempt(call, number, signal);
}
