import { type AnyClient, stateOf } from "./client.js";
import { RedirectError } from "./errors/redirect.js";
import type { Operation } from "./operation.js";
import { parseUrl } from "./url.js";

/** The target of `rel="next"` in a `Link` header (RFC 8288 3). */
export function nextLink(headers: Headers): string | undefined {
  const links = headers.get("link")?.matchAll(/<([^>]*)>([^<]*)/g) ?? [];
  for (const [, target, parameters = ""] of links) {
    if (/;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next\s*(;|,|$))/i.test(parameters)) return target;
  }
  return undefined;
}

/**
 * The URL of a next page as it is asked for: at one of the API's own origins, with its scheme. An API behind a proxy may believe that it is
 * reached by http.
 *
 * @throws RedirectError for a link to another host: credentials do not go there.
 */
export function resolveLink(client: AnyClient, operation: Operation<never>, link: string): string {
  const base = stateOf(client).base(operation.server);
  const url = parseUrl(link, base.url + operation.path);
  const origin = base.origins.find((own) => new URL(own).host === url?.host);
  if (url && origin && !url.username && !url.password) return origin + url.pathname + url.search;
  const { id, method } = operation;
  throw new RedirectError(`${id}: the link to the next page leads to another host: not followed`, {
    operation: id,
    method,
  });
}
