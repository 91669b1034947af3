import {
  type Base,
  type BaseFinder,
  locateServer,
  type ServerDescription,
  type ServerLocator,
  type ServerValues,
} from "./base-url.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { parseUrl } from "./url.js";

/** What a client was told of its servers. */
interface Given {
  /** Where operations go that have no server of their own. */
  readonly base: Base;
  readonly baseUrl: string | undefined;
  readonly baseUrls: Readonly<Record<string, string | undefined>>;
  readonly variables: ServerValues;
}

/**
 * Finds out where operations go that have servers of their own: to the place in `baseUrls` for their server, else to `baseUrl`, else to their
 * server. A relative one counts from the client's base URL, which stands for the place of the document (OpenAPI 3.1.1, 4.8.5.1).
 *
 * What is wrong with a server of the document is said when an operation is called that goes there: the others can be called all the same.
 *
 * @throws InvalidRequestError for a key of `baseUrls` that is no server of the document, and for what {@link locateServer} does not take.
 */
export const locateServers: ServerLocator = ({ server, servers = {} }, options) => {
  // A document without servers has one at its own place (OpenAPI 3.1.1, 4.8.1.1).
  const root = server?.url ?? "/";
  // Casts because the options of a generated package have the names of its document.
  const baseUrls = (options.baseUrls ?? {}) as Given["baseUrls"];
  const variables = (options.server ?? {}) as ServerValues;
  checkKeys(baseUrls, [root, ...Object.values(servers).map(({ url }) => url)]);
  const base = locateServer({ server }, { ...options, baseUrl: baseUrls[root] ?? options.baseUrl })();
  const given: Given = { base, baseUrl: options.baseUrl, baseUrls, variables };
  const own = Object.entries(servers).map(([name, one]): Located => [name, locate(one, given)]);
  return finderOf(base, own);
};

/** Its name in the description of the client, and where it is or why nobody knows. */
type Located = readonly [name: string, found: Base | InvalidRequestError];

function checkKeys(baseUrls: Given["baseUrls"], urls: readonly string[]): void {
  if (Object.keys(baseUrls).every((key) => urls.includes(key))) return;
  throw new InvalidRequestError(`baseUrls has a key that is none of ${[...new Set(urls)].join(", ")}`);
}

function locate(server: ServerDescription, given: Given): Base | InvalidRequestError {
  const replaced = given.baseUrls[server.url];
  if (replaced !== undefined) return readBase(replaced);
  try {
    return readServer(server, given);
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    return new InvalidRequestError(`server ${server.url}: ${error.message}`);
  }
}

/** Begins with neither a scheme, nor a host, nor a variable that may hold them. */
const relative = /^(?!\/\/|\{|[a-z][a-z\d+.-]*:)/i;

function readServer(server: ServerDescription, { base, baseUrl, variables }: Given): Base {
  const isRelative = relative.test(server.url);
  if (baseUrl !== undefined && !isRelative) return readBase(baseUrl);
  const text = server.fill?.(server, variables) ?? server.url;
  const found = readBase(parseUrl(text, `${base.url}/`)?.href ?? text);
  // A variable that begins with a slash would send the credentials to another host.
  if (isRelative && found.origins[0] !== base.origins[0]) throw new InvalidRequestError("leads to another host");
  return found;
}

function readBase(baseUrl: string): Base {
  return locateServer({ server: undefined }, { baseUrl })();
}

/** All of them are the API's own: credentials may go from each to each. */
function finderOf(root: Base, own: readonly Located[]): BaseFinder {
  const all = [root, ...own.map(([, found]) => found)].flatMap((found) => ("origins" in found ? found.origins : []));
  const withAll = ({ url, origins: [first] }: Base): Base => ({ url, origins: [first, ...new Set(all)] });
  const bases = new Map(own.map(([name, found]) => [name, "origins" in found ? withAll(found) : found]));
  const base = withAll(root);
  return (server) => {
    const found = server === undefined ? base : bases.get(server);
    if (found && "origins" in found) return found;
    throw found ?? new InvalidRequestError("the client is not of the package of this operation");
  };
}
