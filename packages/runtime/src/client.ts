import { type Base, readBase, type ServerDescription } from "./base-url.js";
import { type Call, fail } from "./call.js";
import { authorize } from "./credentials/authorize.js";
import type { Credentials } from "./credentials/credential.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { exchange } from "./exchange.js";
import type { Operation, SecurityAlternative } from "./operation.js";
import type { ClientOptions } from "./options.js";
import { RetryBudget } from "./retry-budget.js";
import { createRawClient, createTransport, type RawClient, type Transport } from "./transport.js";

/** What every client is, whatever API it is for. Made by {@link createClient}; shows nothing of what it holds. */
export interface AnyClient {
  /** The name of the API. */
  readonly name: string;
}

/**
 * A client of one API.
 *
 * @typeParam Paths The `paths` of the document, for {@link raw}.
 */
export interface Client<Name extends string = string, Paths extends object = object> extends AnyClient {
  readonly name: Name;
  /**
   * openapi-fetch's client with the same base URL, headers, credentials and fetch, for what the operations do not cover. It knows no
   * results by status, retries or timeouts.
   */
  readonly raw: RawClient<Paths>;
}

/** What a generated package knows of its API. */
export interface ClientDescription<Name extends string> {
  readonly name: Name;
  /** Undefined when the document has none. */
  readonly server: ServerDescription | undefined;
  /** The document's own alternatives, for {@link Client.raw}. */
  readonly security?: readonly SecurityAlternative[];
}

/** What an application tells a client, as a generated package hands it on. */
export interface ConnectionOptions extends ClientOptions {
  readonly baseUrl?: string;
  /** Values of the server's variables. */
  readonly server?: object;
  /** By name of the security scheme. */
  readonly credentials?: object;
}

/** What a client holds. */
export interface ClientState {
  readonly base: Base;
  readonly options: ClientOptions;
  readonly credentials: Credentials;
  readonly transport: Transport;
  readonly budget: RetryBudget;
}

/** Holds its state in a private field, which neither JSON nor a debugger's or logger's inspection shows. */
class BoundClient<Name extends string> implements Client<Name> {
  readonly name: Name;
  readonly #state: ClientState;
  readonly #security: readonly SecurityAlternative[] | undefined;
  #raw: RawClient<object> | undefined;

  constructor(name: Name, state: ClientState, security: readonly SecurityAlternative[] | undefined) {
    this.name = name;
    this.#state = state;
    this.#security = security;
  }

  get raw(): RawClient<object> {
    const { base, options } = this.#state;
    this.#raw ??= createRawClient(base.url, options.headers, (request) => this.#send(request));
    return this.#raw;
  }

  async #send(request: Request): Promise<Response> {
    const { method, url, signal } = request;
    const client = this.#state;
    const operation = { id: "raw", method: method as Operation["method"], path: "", responses: {} };
    const body = request.body ? await request.arrayBuffer() : undefined;
    const headers = Object.fromEntries(request.headers);
    const call: Call = {
      client,
      operation,
      options: {},
      url,
      headers,
      middleware: [],
      body,
      contentType: undefined,
      repeatable: true,
    };
    if (new URL(url).origin !== client.base.origin)
      fail(call, InvalidRequestError, `requests go to ${client.base.origin} only`);
    const authorization = await authorize(call, this.#security);
    return (await exchange(call, headers, authorization, signal)).response;
  }

  static stateOf(client: AnyClient): ClientState {
    if (client instanceof BoundClient && #state in client) return client.#state;
    throw new InvalidRequestError("not a client made by createClient of this copy of @facsimile/runtime");
  }
}

/** @throws InvalidRequestError */
export const stateOf: (client: AnyClient) => ClientState = BoundClient.stateOf;

/**
 * Makes a client. Nothing is sent.
 *
 * @throws InvalidRequestError when there is no usable base URL.
 */
export function createClient<Name extends string, Paths extends object = object>(
  description: ClientDescription<Name>,
  options: ConnectionOptions,
): Client<Name, Paths> {
  const { baseUrl, server, credentials = {}, ...rest } = options;
  const state: ClientState = {
    base: readBase(description.server, baseUrl, server as Record<string, string> | undefined),
    options: rest,
    credentials: { ...credentials },
    transport: createTransport(connect(options)),
    budget: new RetryBudget(),
  };
  // `Paths` exists for the compiler only.
  return new BoundClient(description.name, state, description.security) as Client<Name> as Client<Name, Paths>;
}

/** The platform's `fetch` is looked up at each call, for those who replace it while they test. */
function connect({ fetch }: ClientOptions): NonNullable<ClientOptions["fetch"]> {
  return fetch ?? ((url, init) => globalThis.fetch(url, init));
}
