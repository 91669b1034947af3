import type { Call } from "./call.js";
import { type Answer, exchange } from "./exchange.js";
import { maskUrl } from "./masking/mask-url.js";
import type { MiddlewareContext } from "./middleware.js";

/** Calls the middleware of a call around an exchange. */
export async function surround(call: Call, attempt: number, signal: AbortSignal): Promise<Answer> {
  const { operation, url, headers, middleware } = call;
  const request = { method: operation.method, url, headers: new Headers(Object.entries(headers)) };
  const context: MiddlewareContext = { operation, request, attempt };
  const answered = (response: Response): Answer => ({ response, url: maskUrl(url, call.secrets) });
  for (const layer of middleware) {
    const response = await layer.onRequest?.(context);
    if (response) return answered(response);
  }
  const outward = [...middleware].reverse();
  let answer = await exchange(call, Object.fromEntries(request.headers), signal).catch(async (thrown: unknown) => {
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
