import { InvalidRequestError } from "./errors/invalid-request.js";
import { parseUrl } from "./url.js";

/** A server of the document. */
export interface ServerDescription {
  /** As in the document: it may hold `{variables}`, and may be relative. */
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
  /** `fillServer` of this package, where the URL has variables. */
  readonly fill?: (server: ServerDescription, values: ServerValues) => string;
}

/** Values of the variables of servers, by name. */
export type ServerValues = Readonly<Record<string, string | undefined>>;

export interface ServerVariable {
  /** Absent where the caller has to give a value. */
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** What a generated package knows of the places of its API. */
export interface Servers {
  /** Where operations go that have no server of their own. Undefined when the document has none. */
  readonly server: ServerDescription | undefined;
  /** Those of single operations, by `Operation.server`. Absent when there are none. */
  readonly servers?: Readonly<Record<string, ServerDescription>>;
  /** `locateServers` of this package, where there are such. */
  readonly locate?: ServerLocator;
}

/** What an application says of them. */
export interface ServerOptions {
  /** http or https, without user info, query and fragment. Relative to `location`, where there is one. Default: the document's servers. */
  readonly baseUrl?: string | undefined;
  /** Other places for single servers, by their URL in the document. */
  readonly baseUrls?: object;
  /** Values of the variables. */
  readonly server?: object;
}

/** Finds out where the operations of a client go. */
export type ServerLocator = (servers: Servers, options: ServerOptions) => BaseFinder;

/**
 * Where an operation goes, by its `server`, or where those go that have none.
 *
 * @throws InvalidRequestError
 */
export type BaseFinder = (server?: string) => Base;

/** Where operations go: `url` has no slash at its end, and paths are put behind it. */
export interface Base {
  readonly url: string;
  /** Where credentials may go: the origin of `url`, then those of the API's other servers. */
  readonly origins: readonly [string, ...string[]];
}

/**
 * All operations go to one place. A relative URL counts from `location`, where a page or a worker has one (HTML, "Location-object").
 *
 * @throws InvalidRequestError when it is no http or https URL, has user info, a query or a fragment, or is relative to nothing.
 */
export const locateServer: ServerLocator = ({ server }, { baseUrl, server: values = {} }) => {
  // A cast because the options of a generated package have the names of its document.
  const text = baseUrl ?? server?.fill?.(server, values as ServerValues) ?? server?.url ?? "";
  // A cast because only pages and workers have one.
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  const url = parseUrl(text, text && location?.href);
  if (!url || !/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/.test(url.href)) {
    throw new InvalidRequestError("baseUrl must be an http or https URL without user, query or fragment");
  }
  const base: Base = { url: url.href.replace(/\/+$/, ""), origins: [url.origin] };
  return () => base;
};
