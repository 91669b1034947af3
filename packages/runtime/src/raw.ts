import type * as OpenapiFetch from "openapi-fetch";
import createOpenapiFetchClient from "openapi-fetch";
import { fail } from "./call.js";
import { type Client, type ClientState, stateOf } from "./client.js";
import { authorizeAny } from "./credentials/authorize-any.js";
import { AbortedError } from "./errors/aborted.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { exchange } from "./exchange.js";
import type { FetchOptions } from "./fetch-options.js";
import type { Operation } from "./operation.js";
import { changeMethod, followHidden } from "./redirects.js";
import type { SecurityAlternative } from "./security.js";

/** openapi-fetch's client. */
export type RawClient<Paths extends object = object> = OpenapiFetch.Client<Paths>;

/**
 * openapi-fetch's client with the base URL, headers, credentials and fetch of a client, for what the operations do not cover. It knows no
 * results by status, repetitions, time limits or middleware. This module is the only one that knows openapi-fetch.
 *
 * @param security The document's own alternatives.
 */
export function createRaw<Paths extends object>(
  client: Client,
  security: readonly SecurityAlternative[] = [],
): RawClient<Paths> {
  const state = stateOf(client);
  const { base, options } = state;
  return createOpenapiFetchClient<Paths>({
    baseUrl: base().url,
    headers: options.headers ?? {},
    fetch: (request) => send(state, security, request),
  });
}

async function send(
  client: ClientState,
  security: readonly SecurityAlternative[],
  request: Request,
): Promise<Response> {
  const { url, signal } = request;
  const headers = Object.fromEntries(request.headers);
  const options = { ...client.options, fetchOptions: { ...client.options.fetchOptions, ...optionsOf(request) } };
  const call = { client, operation: operationOf(request, security), options, url, secrets: [], headers };
  try {
    const body = request.body ? await request.arrayBuffer() : undefined;
    const { origins } = client.base();
    if (!origins.includes(new URL(url).origin))
      fail(call, InvalidRequestError, `requests go to ${origins.join(", ")} only`);
    return (await exchange({ ...call, middleware: [], body, repeatable: true }, headers, signal)).response;
  } catch (error) {
    if (signal.aborted) fail(call, AbortedError, "was aborted", signal.reason);
    throw error;
  }
}

/** With all parts that a request may need. */
function operationOf({ method }: Request, security: readonly SecurityAlternative[]): Operation<never> {
  return {
    id: "raw",
    // A cast because openapi-fetch has a function for each of these methods, and for no other.
    method: method as Operation["method"],
    path: "",
    responses: {},
    security,
    authorizeAny,
    redirect: changeMethod,
    ...(/GET|HEAD/.test(method) && { followHidden }),
  };
}

/** Members of a `Request` that `fetch` takes as options, but for those that a call says itself (Fetch, "Request class"). */
const optionNames = [
  "cache",
  "credentials",
  "integrity",
  "keepalive",
  "mode",
  "referrer",
  "referrerPolicy",
] as const satisfies readonly (keyof Request)[];

/** What a caller has told a request. What nobody has told it is left to the platform: some refuse to be told even what they do by themselves. */
function optionsOf(request: Request): FetchOptions {
  const untold = new Request(request.url);
  const told = optionNames.filter((name) => request[name] !== untold[name]);
  return Object.fromEntries(told.map((name) => [name, request[name]]));
}
