import createOpenapiFetchClient, { type Client as OpenapiFetchClient } from "openapi-fetch";
import { type Call, fail } from "./call.js";
import { type Client, type ClientState, stateOf } from "./client.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { exchange } from "./exchange.js";
import type { Operation } from "./operation.js";
import type { SecurityAlternative } from "./security.js";

/** openapi-fetch's client. */
export type RawClient<Paths extends object = object> = OpenapiFetchClient<Paths>;

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
  const { method, url, signal } = request;
  const operation = { id: "raw", method: method as Operation["method"], path: "", responses: {}, security };
  const body = request.body ? await request.arrayBuffer() : undefined;
  const headers = Object.fromEntries(request.headers);
  const call: Call = {
    client,
    operation,
    options: client.options,
    url,
    secrets: [],
    headers,
    middleware: [],
    body,
    repeatable: true,
  };
  const { origins } = client.base();
  if (!origins.includes(new URL(url).origin))
    fail(call, InvalidRequestError, `requests go to ${origins.join(", ")} only`);
  return (await exchange(call, headers, signal)).response;
}
