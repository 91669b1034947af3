import { type AnyClient, createClient } from "../client.js";
import { authorizeAny } from "../credentials/authorize-any.js";
import type { BodyReader, Operation } from "../operation.js";
import type { CallOptions, ConnectionOptions } from "../options.js";
import { changeMethod, followHidden } from "../redirects.js";
import { repeatLost } from "../repeat-lost.js";
import { repeatUnsent } from "../repeat-unsent.js";
import type { Input } from "../request.js";
import { findRange } from "../response/find.js";
import { readHeaders } from "../response/headers.js";
import { matchMediaTypes } from "../response/match-media-types.js";
import { nearestSuccess } from "../response/nearest.js";
import { readAnyBody, readBinaryBody, readJsonBody, readTextBody } from "../response/read.js";
import type { AnyResult } from "../result.js";
import { send } from "../send.js";
import { writeBody, writeCookies, writeHeaders, writeQuery, writeStyledPath } from "../serialize/index.js";

export type AnyOperation = Operation<Input, AnyResult>;

/** Media types with what reads them, as a generated package has them. */
export function contentOf(...mediaTypes: string[]): Readonly<Record<string, BodyReader>> {
  const readers = mediaTypes.map((mediaType): [string, BodyReader] => {
    if (mediaType.includes("*")) return [mediaType, readAnyBody];
    if (/json/.test(mediaType)) return [mediaType, readJsonBody];
    return [mediaType, /text|xml|urlencoded/.test(mediaType) ? readTextBody : readBinaryBody];
  });
  return Object.fromEntries(readers);
}

/** An operation that answers JSON with 200, unless told otherwise. */
export function operation(more: Partial<AnyOperation> = {}): AnyOperation {
  const { method = "GET", security = [] } = more;
  return {
    id: "getThing",
    method,
    path: "/thing",
    headers: { accept: "application/json" },
    write: [writeStyledPath, writeQuery, writeHeaders, writeCookies, writeBody],
    findRange,
    nearestSuccess,
    matchMediaTypes,
    readHeaders,
    ...(isChoice(security) && { authorizeAny }),
    repeat: /POST|PATCH/.test(method) ? repeatUnsent : repeatLost,
    ...(/GET|HEAD/.test(method) ? { followHidden } : { redirect: changeMethod }),
    responses: { 200: { content: contentOf("application/json") } },
    ...more,
  };
}

/** Whether the credentials of an operation are more than one scheme. */
function isChoice(security: NonNullable<AnyOperation["security"]>): boolean {
  return security.length > 1 || security.some((all) => all.length > 1);
}

export function clientOf(baseUrl: string, options: ConnectionOptions = {}): AnyClient {
  return createClient({ name: "Test", server: undefined }, { baseUrl, ...options });
}

/** Calls an operation of a server once, with a client of its own. */
export function call(
  baseUrl: string,
  called: Partial<AnyOperation> = {},
  input: Input = {},
  options: CallOptions & ConnectionOptions = {},
): Promise<AnyResult> {
  const { signal, idempotencyKey, ...rest } = options;
  const own = { ...(signal && { signal }), ...(idempotencyKey && { idempotencyKey }) };
  return send(clientOf(baseUrl, { retry: false, ...rest }), operation(called), input, own);
}

/** What a promise rejects with; fails when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === "fulfilled") throw new Error(`it resolved to ${JSON.stringify(settled.value)}`);
  return settled.reason;
}
