import { type Call, fail } from "./call.js";
import type { Authorization } from "./credentials/authorize.js";
import { ConnectionError } from "./errors/connection.js";
import { RedirectError } from "./errors/redirect.js";
import { findResponse } from "./response/find.js";
import { mask, maskError, maskUrl } from "./secrets.js";
import { parseUrl } from "./url.js";

/** How many redirects are followed. */
const most = 5;

/** Headers that describe a body and go with it (Fetch, "request-body-header name"). */
const bodyHeaders = /^content-(encoding|language|location|type|length)$/;

/** An answer, and where it came from. */
export interface Answer {
  readonly response: Response;
  /** Without credentials. */
  readonly url: string;
}

/**
 * Sends a request with its credentials, which nothing but the transport sees, and follows redirects within the origin, by the Fetch
 * standard ("HTTP-redirect fetch"). A redirect whose status the document states is an answer, and not followed.
 *
 * @throws ConnectionError
 * @throws RedirectError
 */
export async function exchange(
  call: Call,
  given: Call["headers"],
  { headers: credentials, cookies, query, secrets }: Authorization,
  signal: AbortSignal,
): Promise<Answer> {
  const { client, operation } = call;
  let { url, body } = call;
  let method: string = operation.method;
  let headers: Record<string, string> = { ...given, ...credentials };
  if (cookies.length > 0) headers.cookie = [given.cookie, ...cookies].filter(Boolean).join("; ");
  for (let followed = 0; ; followed++) {
    let response: Response;
    try {
      response = await client.transport({ method, url: addQuery(url, query), headers, body, signal });
    } catch (cause) {
      return fail(call, ConnectionError, `got no answer: ${reasonOf(maskError(cause, secrets))}`, cause);
    }
    const target = targetOf(call, response, url);
    if (!target) return { response, url: maskUrl(url, secrets) };
    // What it holds is not read; a failure to say so changes nothing.
    response.body?.cancel().catch(() => {});
    const refuse = (reason: string) => fail(call, RedirectError, `was redirected ${reason}`);
    if (target.origin !== client.base.origin)
      refuse(`to another origin, ${mask(target.origin, secrets)}: not followed`);
    if (target.username || target.password) refuse("to an URL with a user name: not followed");
    if (followed === most) refuse(`more than ${most} times`);
    if (response.status === 303 ? !/GET|HEAD/.test(method) : response.status < 303 && method === "POST") {
      method = "GET";
      body = undefined;
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !bodyHeaders.test(name)));
    } else if (!call.repeatable) refuse("and cannot send its stream again");
    target.hash = "";
    url = target.href;
  }
}

/** Where an answer redirects to, if it is to be followed. */
function targetOf(call: Call, { headers, status, type }: Response, url: string): URL | undefined {
  if (type === "opaqueredirect") fail(call, RedirectError, "was redirected, and browsers do not show scripts where to");
  if (status < 301 || status > 308 || (status > 303 && status < 307)) return undefined;
  const location = headers.get("location");
  if (!location || (findResponse(call.operation.responses, status) ?? "default") !== "default") return undefined;
  return parseUrl(location, url) ?? fail(call, RedirectError, "was redirected to something that is not an URL");
}

function addQuery(url: string, query: readonly string[]): string {
  if (query.length === 0) return url;
  const missing = query.filter((pair) => !url.split(/[?&]/).includes(pair));
  return missing.length > 0 ? url + (url.includes("?") ? "&" : "?") + missing.join("&") : url;
}

/** `fetch failed` says little; what it was caused by says more. */
function reasonOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: unknown; cause?: { message?: unknown; code?: unknown } };
  return `${cause?.message || cause?.code || message || error}`;
}
