import type { Call } from "./call.js";
import { authorize } from "./credentials/authorize.js";
import { type Answer, exchange } from "./exchange.js";
import type { MiddlewareContext } from "./middleware.js";
import { readResult } from "./response/result.js";
import type { AnyResult } from "./result.js";
import { maskUrl } from "./secrets.js";

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
  const answer = await surround(call, number, (headers) => exchange(call, headers, authorization, signal));
  return { result: await readResult(call, answer, authorization.secrets), token: authorization.token };
}

/** Calls the middleware around an exchange. */
async function surround(
  { operation, url, headers, middleware }: Call,
  attempt: number,
  send: (headers: Call["headers"]) => Promise<Answer>,
): Promise<Answer> {
  if (middleware.length === 0) return send(headers);
  const request = { method: operation.method, url, headers: new Headers(headers) };
  const context: MiddlewareContext = { operation, request, attempt };
  const answered = (response: Response): Answer => ({ response, url: maskUrl(url) });
  for (const layer of middleware) {
    const response = await layer.onRequest?.(context);
    if (response) return answered(response);
  }
  const outward = [...middleware].reverse();
  let answer = await send(Object.fromEntries(request.headers)).catch(async (thrown: unknown) => {
    let error = thrown;
    for (const layer of outward) {
      const replaced = await layer.onError?.({ ...context, error });
      if (replaced instanceof Response) return answered(replaced);
      error = replaced ?? error;
    }
    throw error;
  });
  for (const layer of outward) {
    const response = await layer.onResponse?.({ ...context, response: answer.response });
    if (response) answer = { ...answer, response };
  }
  return answer;
}
