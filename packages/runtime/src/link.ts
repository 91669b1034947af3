import type { ClientState } from "./client.js";
import { RedirectError } from "./errors/redirect.js";
import type { Operation } from "./operation.js";
import { parseUrl } from "./url.js";

/** Characters that a link to a page may have: what RFC 9110 4.1 asks every server to read. */
const linkLimit = 8_000;

/** The target of `rel="next"` in a `Link` header (RFC 8288 3). Of a parameter that is there twice, the first counts. */
export function nextLink(headers: Headers): string | undefined {
  const links = headers.get("link")?.matchAll(/<([^<>]*)>([^<]*)/g) ?? [];
  for (const [, target, parameters = ""] of links) {
    // What is quoted is taken whole: a title may hold what looks like a parameter.
    for (const [, name = "", quoted, token] of parameters.matchAll(
      /;\s*([^\s;,="]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/g,
    )) {
      if (!/^rel$/i.test(name)) continue;
      if (/(^|\s)next(\s|$)/i.test(quoted ?? token ?? "")) return target;
      break;
    }
  }
  return undefined;
}

/**
 * The URL of a next page as it is asked for: at one of the API's own origins, with its scheme. An API behind a proxy may believe that it is
 * reached by http.
 *
 * @param link As it arrived.
 * @throws RedirectError for a link to another host: credentials do not go there; and for what is no text, or a longer one than servers read.
 */
export function resolveLink(client: ClientState, operation: Operation<never>, link: unknown): string {
  const { id, method } = operation;
  const refuse = (reason: string): never => {
    throw new RedirectError(`${id}: the link to the next page ${reason}: not followed`, { operation: id, method });
  };
  if (typeof link !== "string" || link.length > linkLimit)
    return refuse(`is no text of at most ${linkLimit} characters`);
  const base = client.base(operation.server);
  const url = parseUrl(link, base.url + operation.path);
  const origin = base.origins.find((own) => new URL(own).host === url?.host);
  if (url && origin && !url.username && !url.password) return origin + url.pathname + url.search;
  return refuse("leads to another host");
}
