import type { Call } from "./call.js";
import { type Authorization, authorize } from "./credentials/authorize.js";
import { ConnectionError } from "./errors/connection.js";
import { CredentialsError } from "./errors/credentials.js";
import type { Middleware, MiddlewareContext } from "./middleware.js";
import { type Answer, exchange } from "./redirect.js";
import { type AnyResult, findResponse, readResult } from "./response/result.js";
import { mask } from "./secrets.js";

/** How an attempt was answered. */
export interface Attempted {
  readonly result: AnyResult;
  /** The access token that was used, if another may be had. */
  readonly token: string | undefined;
}

/** 64 MiB. */
const defaultMaxSize = 2 ** 26;

/** Sends a call once and reads the answer. */
export async function attempt(
  call: Call,
  number: number,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Attempted> {
  const authorization = await obtain(call, refused);
  const answer = await answerOf(call, number, authorization, signal);
  const maxSize = call.options.maxResponseSize ?? call.client.options.maxResponseSize ?? defaultMaxSize;
  const result = await readResult(call.operation, answer, authorization.secrets, maxSize);
  return { result, token: authorization.token };
}

async function obtain({ client, operation, context }: Call, refused: string | undefined): Promise<Authorization> {
  try {
    return await authorize(operation.security, client.credentials, refused);
  } catch (error) {
    if (!(error instanceof CredentialsError)) throw error;
    throw new CredentialsError(`${operation.id}: ${error.message}`, { ...context, cause: error.cause });
  }
}

async function answerOf(
  call: Call,
  number: number,
  authorization: Authorization,
  signal: AbortSignal,
): Promise<Answer> {
  const { client, operation, options } = call;
  const middleware = [...(client.options.middleware ?? []), ...(options.middleware ?? [])];
  if (middleware.length === 0) return dispatch(call, call.headers, authorization, signal);
  const request = { method: operation.method, url: call.url, headers: new Headers(call.headers) };
  const context: MiddlewareContext = { operation, request, attempt: number };
  return surround(middleware, context, call.context.url ?? "", () =>
    dispatch(call, Object.fromEntries(request.headers), authorization, signal),
  );
}

async function surround(
  middleware: readonly Middleware[],
  context: MiddlewareContext,
  url: string,
  send: () => Promise<Answer>,
): Promise<Answer> {
  for (const { onRequest } of middleware) {
    const response = await onRequest?.(context);
    if (response) return { response, url };
  }
  const reversed = [...middleware].reverse();
  let answer = await send().catch(async (error: unknown) => {
    let last = error;
    for (const { onError } of reversed) {
      const replaced = await onError?.({ ...context, error: last });
      if (replaced instanceof Response) return { response: replaced, url };
      last = replaced ?? last;
    }
    throw last;
  });
  for (const { onResponse } of reversed) {
    const response = await onResponse?.({ ...context, response: answer.response });
    if (response) answer = { response, url: answer.url };
  }
  return answer;
}

/** Adds the credentials, which nothing but the transport sees, and sends. */
function dispatch(
  { client, operation, context, url, body, repeatable }: Call,
  given: Readonly<Record<string, string>>,
  authorization: Authorization,
  signal: AbortSignal,
): Promise<Answer> {
  const headers: Record<string, string> = { ...given, ...authorization.headers };
  if (authorization.cookies.length > 0) {
    headers.cookie = [given.cookie, ...authorization.cookies].filter(Boolean).join("; ");
  }
  return exchange({ method: operation.method, url, headers, body, signal }, authorization, {
    origin: client.base.origin,
    context,
    repeatable,
    isStated: (status) => (findResponse(operation.responses, status) ?? "default") !== "default",
    transport: (request) =>
      client.transport(request).catch((cause: unknown) => {
        throw new ConnectionError(`${operation.id} got no answer: ${mask(reasonOf(cause), authorization.secrets)}`, {
          ...context,
          cause,
        });
      }),
  });
}

/** `fetch failed` says little; what it was caused by says more. */
function reasonOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: unknown; cause?: { message?: unknown; code?: unknown } };
  return String(cause?.message || cause?.code || message || error);
}
