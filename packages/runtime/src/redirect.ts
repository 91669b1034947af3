import type { Authorization } from "./credentials/authorize.js";
import type { CallContext } from "./errors/facsimile.js";
import { RedirectError } from "./errors/redirect.js";
import { maskUrl } from "./secrets.js";
import type { OutgoingRequest, Transport } from "./transport.js";

/** How many redirects are followed. */
const most = 5;

const redirects = [301, 302, 303, 307, 308];

/** Headers that describe a body and go with it (Fetch, "request-body-header name"). */
const bodyHeaders = /^content-(encoding|language|location|type|length)$/;

/** An answer, and where it came from. */
export interface Answer {
  readonly response: Response;
  /** Without credentials. */
  readonly url: string;
}

/** What {@link exchange} needs to know about the call. */
export interface Exchange {
  readonly transport: Transport;
  readonly origin: string;
  readonly context: CallContext;
  /** Whether the body can be sent again. */
  readonly repeatable: boolean;
  /** Whether the document states an answer with this status, so that it is a result and not followed. */
  readonly isStated: (status: number) => boolean;
}

/**
 * Sends a request with its credentials, and follows redirects within the origin, by the Fetch standard ("HTTP-redirect fetch").
 *
 * @throws RedirectError for a redirect to another origin, to an URL with user info, for the sixth, and where a platform hides it.
 */
export async function exchange(
  request: OutgoingRequest,
  authorization: Authorization,
  { transport, origin, context, repeatable, isStated }: Exchange,
): Promise<Answer> {
  let { method, url, body } = request;
  let headers = request.headers;
  for (let followed = 0; ; followed++) {
    const response = await transport({ ...request, method, url: withQuery(url, authorization), headers, body });
    const fail = (reason: string): never => {
      response.body?.cancel().catch(() => {});
      throw new RedirectError(`${context.operation ?? "The call"} was redirected${reason}`, context);
    };
    if (response.type === "opaqueredirect")
      fail(", and this platform hides where to: a browser shows no redirect to scripts");
    const location = redirects.includes(response.status) && response.headers.get("location");
    if (!location || isStated(response.status)) return { response, url: maskUrl(url, authorization.secrets) };
    const target = parse(location, url) ?? fail(" to something that is not an URL");
    if (target.origin !== origin)
      fail(` to another origin, ${maskUrl(target.origin, authorization.secrets)}: not followed`);
    if (target.username || target.password) fail(" to an URL with user info: not followed");
    if (followed === most) fail(` more than ${most} times`);
    if (
      method !== "HEAD" &&
      (response.status === 303 ? method !== "GET" : response.status < 303 && method === "POST")
    ) {
      method = "GET";
      body = undefined;
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !bodyHeaders.test(name)));
    } else if (!repeatable) fail(", and its body is a stream that cannot be sent again");
    await response.body?.cancel();
    target.hash = "";
    url = target.href;
  }
}

function withQuery(url: string, { query }: Authorization): string {
  const missing = query.filter((pair) => !url.split(/[?&]/).includes(pair));
  return missing.length > 0 ? url + (url.includes("?") ? "&" : "?") + missing.join("&") : url;
}

function parse(location: string, base: string): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}
