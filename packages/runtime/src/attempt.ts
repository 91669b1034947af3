import type { Call } from "./call.js";
import { authorize } from "./credentials/authorize.js";
import { exchange } from "./exchange.js";
import { readResult } from "./response/result.js";
import type { AnyResult } from "./result.js";
import { surround } from "./surround.js";

/** How an attempt was answered. */
export interface Attempted {
  readonly result: AnyResult;
  /** The access token that was used, if another may be had. */
  readonly token: string | undefined;
}

/** Sends a call once and reads the answer. */
export async function attempt(
  call: Call,
  number: number,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Attempted> {
  const authorization = await authorize(call, call.operation.security, refused);
  const send = (headers: Call["headers"]) => exchange(call, headers, authorization, signal);
  const answer = await (call.middleware.length > 0 ? surround(call, number, send) : send(call.headers));
  return { result: await readResult(call, answer, authorization.secrets), token: authorization.token };
}
