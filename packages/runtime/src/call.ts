import type { ClientState } from "./client.js";
import { dictionary } from "./dictionary.js";
import type { CallContext, FacsimileError } from "./errors/facsimile.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { checkOptions, ofCalls } from "./known-options.js";
import { maskUrl } from "./masking/mask-url.js";
import type { Middleware } from "./middleware.js";
import type { Operation } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import type { Input, RequestContent, RequestDraft } from "./request.js";
import { addHeaders } from "./request-headers.js";
import { checkNames } from "./serialize/given.js";

/** Options of a call that is not to be made: it tells what it would be, and ends there. `describeCall` asks so. */
export interface Inquiry extends CallOptions {
  readonly tell?: (client: ClientState, operation: Operation<never>) => never;
}

/** What a call keeps over all its attempts. */
export interface Call {
  readonly client: ClientState;
  readonly operation: Operation<never>;
  /** The client's, overridden by the call's; of headers and middleware see below. */
  readonly options: ClientOptions & CallOptions;
  /** The operation's, or a link that the API gave, at one of its own origins: it gets the credentials. `resolveLink` makes sure of that. */
  readonly url: string;
  /** The credentials that were sent last, with this call or with the one that was answered with its URL: it may hold them. */
  secrets: readonly string[];
  /** Without credentials. Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The client's, then the call's. */
  readonly middleware: readonly Middleware[];
  readonly body: RequestContent | undefined;
  /** Whether the same body can be sent again: false for a stream. */
  readonly repeatable: boolean;
  /** The credentials that the API has answered with 401, by the name of the scheme; once there are such, no others are renewed. */
  refused?: ReadonlyMap<string, unknown>;
}

/** How a call is named to people. */
export interface CallName {
  /** `operationId`. */
  readonly operation: string;
  readonly method: string;
  /** Without credentials. */
  readonly url: string;
}

type NamedCall = Pick<Call, "operation" | "url" | "secrets">;

type ErrorClass = new (message: string, context: CallContext) => FacsimileError;

/** An error that says which call it was. */
export function failure<More extends CallContext>(
  call: NamedCall,
  Class: ErrorClass,
  reason: string,
  more?: More,
): FacsimileError {
  return new Class(`${call.operation.id} ${reason}`, { ...contextOf(call), ...more });
}

/** Throws {@link failure}. */
export function fail(call: NamedCall, Class: ErrorClass, reason: string, cause?: unknown): never {
  throw failure(call, Class, reason, { cause });
}

/** The call as errors and log lines name it. */
export function contextOf({ operation, url, secrets }: NamedCall): CallName {
  return { ...nameOf(operation), url: maskUrl(url, secrets) };
}

/** How an operation is named to people. */
function nameOf({ id, method }: Operation<never>): Pick<CallName, "operation" | "method"> {
  return { operation: id, method };
}

/**
 * Writes the request of a call.
 *
 * @throws InvalidRequestError
 */
export function prepareCall(client: ClientState, plain: Operation<never>, input: Input, own: Inquiry): Call {
  own.tell?.(client, plain);
  const { options: common } = client;
  const options = { ...common, ...own, fetchOptions: { ...common.fetchOptions, ...own.fetchOptions } };
  const operation = options.validate?.(plain) ?? plain;
  const draft: RequestDraft = { path: operation.path, query: "", headers: dictionary(), repeatable: true };
  const headers = dictionary(operation.headers);
  try {
    checkOptions(own, ofCalls);
    checkNames(operation, input);
    for (const write of operation.write ?? []) write(draft, operation, input);
    const { contentType, query } = draft;
    const key = own.idempotencyKey;
    if (contentType) headers["content-type"] = contentType;
    for (const given of [common.headers, own.headers, draft.headers, key ? { "idempotency-key": key } : undefined])
      addHeaders(headers, given);
    // Member by member: spreading the draft would save a page some bytes, and cost every call time.
    return {
      client,
      operation,
      options,
      url: client.base(operation.server).url + draft.path + (query && `?${query}`),
      secrets: [],
      headers,
      middleware: (common.middleware ?? []).concat(own.middleware ?? []),
      body: draft.body,
      repeatable: draft.repeatable,
    };
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    throw new InvalidRequestError(`${plain.id}: ${error.message}`, { ...nameOf(plain), cause: error.cause });
  }
}
