import { InvalidRequestError } from "./errors/invalid-request.js";
import { parseUrl } from "./url.js";

/** The document's server, for a client that is given no `baseUrl`. */
export interface ServerDescription {
  /** May hold `{variables}`; may be relative, and then a client needs a `baseUrl`. */
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
  /** `fillServer` of this package, where the URL has variables. */
  readonly fill?: (server: ServerDescription, values: ServerValues) => string;
}

/** Values of a server's variables, by name. */
export type ServerValues = Readonly<Record<string, string | undefined>>;

export interface ServerVariable {
  /** Absent where the caller has to give a value. */
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Where an API is: `url` has no slash at its end, and paths are put behind it. */
export interface Base {
  readonly url: string;
  readonly origin: string;
}

/**
 * Reads the place of an API from the options of a client.
 *
 * @throws InvalidRequestError when it is not an absolute http or https URL, or has user info, a query or a fragment.
 */
export function readBase(
  server: ServerDescription | undefined,
  baseUrl: string | undefined,
  variables: ServerValues = {},
): Base {
  const text = baseUrl ?? server?.fill?.(server, variables) ?? server?.url ?? "";
  const url = parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || /[?#]/.test(text)) {
    throw new InvalidRequestError("baseUrl must be an absolute http or https URL without user, query or fragment");
  }
  return { url: url.href.replace(/\/+$/, ""), origin: url.origin };
}
