import type { ClientState } from "./client.js";
import type { CallContext } from "./errors/facsimile.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { isHeaderValue } from "./header-value.js";
import type { Operation } from "./operation.js";
import type { CallOptions, RequestHeaders } from "./options.js";
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
export interface Call {
  readonly client: ClientState;
  readonly operation: Operation<never>;
  readonly options: CallOptions;
  /** Without credentials. */
  readonly url: string;
  /** Without credentials. Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SerializedBody["body"];
  /** The body can be sent more than once. */
  readonly repeatable: boolean;
  readonly context: CallContext;
}

/** @throws InvalidRequestError */
export function prepareCall(
  client: ClientState,
  operation: Operation<never>,
  input: Input,
  options: CallOptions,
  link: string | undefined,
): Call {
  const { parameters, method } = operation;
  const query = serializeQuery(parameters, input.query);
  const url = link ?? client.base.url + serializePath(operation.path, parameters, input.path) + (query && `?${query}`);
  const { body, contentType, repeatable } = writeBody(operation, input);
  const headers: Record<string, string> = { accept: acceptOf(operation) };
  if (contentType) headers["content-type"] = contentType;
  addHeaders(headers, client.options.headers);
  addHeaders(headers, options.headers);
  for (const [name, value] of serializeHeaders(parameters, input.header)) headers[name.toLowerCase()] = value;
  const cookie = serializeCookies(parameters, input.cookie);
  if (cookie) headers.cookie = cookie;
  if (options.idempotencyKey) addHeaders(headers, { "idempotency-key": options.idempotencyKey });
  const context = { operation: operation.id, method, url: maskUrl(url) };
  return { client, operation, options, url, headers, body, repeatable, context };
}

function writeBody({ body }: Operation<never>, input: Input): SerializedBody {
  const none = { body: undefined, contentType: undefined, repeatable: true };
  if (!body) return none;
  if (input.body === undefined) {
    if (body.required) throw new InvalidRequestError("body is required");
    return none;
  }
  const mediaType = input.contentType ?? Object.keys(body.content)[0] ?? "application/json";
  const description = body.content[mediaType];
  if (!description) {
    throw new InvalidRequestError(`contentType must be one of ${Object.keys(body.content).join(", ")}`);
  }
  return serializeBody(mediaType, description, input.body);
}

/** All media types that the operation may answer with, in the order of the document. */
function acceptOf({ responses }: Operation<never>): string {
  const accepted = new Set<string>();
  for (const key in responses) for (const mediaType of responses[key]?.content ?? []) accepted.add(mediaType);
  return [...accepted].join(", ") || "*/*";
}

function addHeaders(headers: Record<string, string>, given: RequestHeaders | undefined): void {
  for (const name in given) {
    const value = given[name];
    const key = name.toLowerCase();
    if (value === undefined) delete headers[key];
    else if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new InvalidRequestError("the name of a header is not a token");
    else if (!isHeaderValue(String(value))) {
      throw new InvalidRequestError(`header ${key} holds a line end or another character that cannot be sent`);
    } else headers[key] = String(value);
  }
}
