import { type Call, fail } from "./call.js";
import { authorize } from "./credentials/authorize.js";
import { ConnectionError } from "./errors/connection.js";
import { RedirectError } from "./errors/redirect.js";
import { completeResponse } from "./fetched.js";
import { quoteLimit, redirectLimit } from "./limits.js";
import { mask } from "./masking/mask.js";
import { maskUrl } from "./masking/mask-url.js";
import { maskValue } from "./masking/mask-value.js";
import type { SentRequest } from "./operation.js";
import { findResponse } from "./response/find.js";
import { reasonOf } from "./thrown.js";
import { parseUrl } from "./url.js";

/** Fetch, "redirect status". */
const redirects = [301, 302, 303, 307, 308];

/** An answer, and where it came from. */
export interface Answer {
  readonly response: Response;
  /** Without credentials. */
  readonly url: string;
  /** What must never be shown. */
  readonly secrets: readonly string[];
  /** The credentials that were sent and whose sources can be asked for others, by the name of the scheme. */
  readonly renewable?: ReadonlyMap<string, unknown>;
}

/**
 * Sends a request with its credentials, which nothing but `fetch` sees, and follows redirects within the API's own origins, by the Fetch
 * standard ("HTTP-redirect fetch"). A redirect whose status the document states is an answer, and not followed.
 *
 * @param given The headers of the request so far, under names in lower case.
 * @throws CredentialsError
 * @throws ConnectionError
 * @throws RedirectError
 */
export async function exchange(call: Call, given: Call["headers"], signal: AbortSignal): Promise<Answer> {
  const { operation, body, secrets: before } = call;
  const { headers, addTo, secrets, renewable } = await authorize(call, given);
  call.secrets = secrets;
  let { url } = call;
  const request: SentRequest = { method: operation.method, headers, body };
  const refuse = (reason: string): never => fail(call, RedirectError, `was redirected ${reason}`);
  let redirect: RequestRedirect = "manual";
  for (let followed = 0; ; followed++) {
    let response: Response;
    try {
      // A cast because TypeScript does not know `duplex`, which a stream needs (Fetch, "RequestDuplex").
      const init = { ...call.options.fetchOptions, ...request, duplex: "half", redirect, signal } as RequestInit;
      response = completeResponse(await call.client.fetch(addTo?.(url) ?? url, init));
    } catch (thrown) {
      const cause = maskValue(thrown, secrets);
      return fail(call, ConnectionError, `got no answer: ${reasonOf(cause).slice(0, quoteLimit)}`, cause);
    }
    const { status, type, redirected } = response;
    if (type === "opaqueredirect" && redirect === "manual") {
      if (!operation.followHidden?.(headers))
        refuse(
          "and browsers do not show where to; only a GET or HEAD without headers that may be credentials is followed",
        );
      redirect = "follow";
      continue;
    }
    if (redirected) url = response.url;
    const location = redirects.includes(status) && locationOf(call, response);
    if (!location) return { response, url: maskUrl(url, followed ? secrets : before), secrets, renewable };
    // What it holds is not read; a failure to say so changes nothing.
    response.body?.cancel?.().catch(() => {});
    const target = parseUrl(location, url);
    // With a user name or password in it, it begins otherwise.
    if (!target || !call.client.base().origins.some((own) => target.href.startsWith(`${own}/`))) {
      return refuse(`to another origin or user: ${mask(target?.origin ?? location, secrets).slice(0, quoteLimit)}`);
    }
    if (followed === redirectLimit) refuse(`more than ${redirectLimit} times`);
    operation.redirect?.(request, status, call.repeatable, refuse);
    url = target.href.replace(/#.*/, "");
  }
}

/** Where an answer redirects to, if it is to be followed. */
function locationOf({ operation }: Call, { headers, status }: Response): string | null {
  return (findResponse(operation, status) ?? "default") === "default" ? headers.get("location") : null;
}
