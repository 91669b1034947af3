import { type BaseFinder, locateServer, type Servers } from "./base-url.js";
import type { Credentials } from "./credentials/credential.js";
import { dictionary } from "./dictionary.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { checkOptions, ofClients } from "./known-options.js";
import type { ClientOptions, ConnectionOptions, Fetch } from "./options.js";
import { createBudget, type RetryBudget } from "./retry-budget.js";

/** What every client is, whatever API it is for. Made by {@link createClient}; shows nothing of what it holds. */
export interface AnyClient {
  /** The name of the API. */
  readonly name: string;
}

/** A client of one API. */
export interface Client<Name extends string = string> extends AnyClient {
  readonly name: Name;
}

/** What a generated package knows of its API. */
export interface ClientDescription<Name extends string> extends Servers {
  readonly name: Name;
  /** Options without which there is no client. That it needs a base URL is found out where that is looked for. */
  readonly required?: readonly (keyof ConnectionOptions)[];
}

/** What a client holds. */
export interface ClientState {
  readonly base: BaseFinder;
  readonly options: ClientOptions;
  readonly credentials: Credentials;
  readonly fetch: Fetch;
  readonly budget: RetryBudget;
}

/** Kept beside the clients, where neither JSON nor a debugger's or logger's inspection shows it. */
const states: WeakMap<AnyClient, ClientState> = /* @__PURE__ */ new WeakMap();

/** @throws InvalidRequestError */
export function stateOf(client: AnyClient): ClientState {
  const state = states.get(client);
  if (state) return state;
  throw new InvalidRequestError("not a client of this copy of @facsimile/runtime");
}

/**
 * Makes a client. Nothing is sent.
 *
 * @throws InvalidRequestError for an option that is missing or unknown, and when there is no usable base URL.
 */
export function createClient<Name extends string>(
  { name, required = [], locate = locateServer, ...servers }: ClientDescription<Name>,
  options: ConnectionOptions = {},
): Client<Name> {
  const missing = required.filter((option) => options[option] === undefined);
  if (missing[0]) throw new InvalidRequestError(`${name} needs ${missing.join(" and ")}`);
  checkOptions(options, ofClients);
  const client = { name };
  states.set(client, {
    base: locate(servers, options),
    options,
    credentials: dictionary(options.credentials),
    // The platform's `fetch` is looked up at each call, for those who replace it while they test.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    budget: createBudget(),
  });
  return client;
}
