import type { ClientState } from "./client.js";
import type { CallContext, FacsimileError } from "./errors/facsimile.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import type { Middleware } from "./middleware.js";
import type { Operation } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { acceptOf, addHeaders } from "./request-headers.js";
import { maskUrl } from "./secrets.js";
import {
  type SerializedBody,
  serializeBody,
  serializeCookies,
  serializeHeaders,
  serializePath,
  serializeQuery,
} from "./serialize/index.js";

/** What an operation takes. */
export interface Input {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly cookie?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly contentType?: string;
}

/** What stays the same over all attempts of a call. */
export interface Call extends SerializedBody {
  readonly client: ClientState;
  readonly operation: Operation<never>;
  /** The client's, overridden by the call's; of headers and middleware see below. */
  readonly options: ClientOptions & CallOptions;
  /** Without credentials. */
  readonly url: string;
  /** Without credentials. Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The client's, then the call's. */
  readonly middleware: readonly Middleware[];
}

/** How a call is named to people. */
export interface CallName {
  /** `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** Without credentials. */
  readonly url: string;
}

type ErrorClass = new (message: string, context: CallContext) => FacsimileError;

/** Throws an error that says which call it was. */
export function fail(call: Pick<Call, "operation" | "url">, Class: ErrorClass, reason: string, cause?: unknown): never {
  throw new Class(`${call.operation.id} ${reason}`, { ...contextOf(call), cause });
}

/** The call as errors and log lines name it. */
export function contextOf({ operation, url }: Pick<Call, "operation" | "url">): CallName {
  return { operation: operation.id, method: operation.method, url: maskUrl(url) };
}

/**
 * Writes the request of a call.
 *
 * @param link The URL to call, where the API gave one.
 * @throws InvalidRequestError
 */
export function prepareCall(
  client: ClientState,
  operation: Operation<never>,
  input: Input,
  own: CallOptions,
  link: string | undefined,
): Call {
  try {
    const { parameters } = operation;
    const query = serializeQuery(parameters, input.query);
    const url = client.base.url + serializePath(operation.path, parameters, input.path) + (query && `?${query}`);
    const body = writeBody(operation, input);
    const headers = acceptOf(operation);
    if (body.contentType) headers["content-type"] = body.contentType;
    addHeaders(headers, client.options.headers);
    addHeaders(headers, own.headers);
    for (const [name, value] of serializeHeaders(parameters, input.header)) headers[name.toLowerCase()] = value;
    const cookie = serializeCookies(parameters, input.cookie);
    if (cookie) headers.cookie = cookie;
    if (own.idempotencyKey) addHeaders(headers, { "idempotency-key": own.idempotencyKey });
    const options = { ...client.options, ...own };
    const middleware = [...(client.options.middleware ?? []), ...(own.middleware ?? [])];
    return { client, operation, options, url: link ?? url, headers, middleware, ...body };
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    const { id, method } = operation;
    throw new InvalidRequestError(`${id}: ${error.message}`, { operation: id, method, cause: error.cause });
  }
}

function writeBody({ body, method }: Operation<never>, { body: value, contentType }: Input): SerializedBody {
  const names = Object.keys(body?.content ?? {});
  const name = contentType ?? names[0] ?? "";
  const mediaType = body?.content[name];
  if (value === undefined && body?.required) throw new InvalidRequestError("body is required");
  if (value === undefined || !body) return { body: undefined, contentType: undefined, repeatable: true };
  if (/^(GET|HEAD)$/.test(method)) throw new InvalidRequestError(`fetch sends no body with ${method}`);
  if (!mediaType) throw new InvalidRequestError(`contentType must be one of ${names.join(", ")}`);
  return serializeBody(name, mediaType, value);
}
