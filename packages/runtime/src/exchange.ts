import { type Call, fail } from "./call.js";
import { authorizeOne } from "./credentials/authorize-one.js";
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
const redirects = /^30[12378]$/;

/** An answer, and where it came from. */
export interface Answer {
  readonly response: Response;
  /** Without credentials. */
  readonly url: string;
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
  const { operation, client, secrets: before } = call;
  const { headers, addTo, secrets, renewable } = await (operation.authorizeAny ?? authorizeOne)(call, given);
  call.secrets = secrets;
  let { url } = call;
  let redirect: RequestRedirect = "manual";
  const request: SentRequest = { method: operation.method, headers, body: call.body };
  const refuse = (reason: string): never => fail(call, RedirectError, `was redirected ${reason}`);
  for (let followed = 0; followed <= redirectLimit; followed++) {
    let response: Response;
    try {
      // A cast because TypeScript does not know `duplex`, which a stream needs (Fetch, "RequestDuplex").
      const init = { ...call.options.fetchOptions, ...request, duplex: "half", redirect, signal } as RequestInit;
      response = completeResponse(await client.fetch(addTo?.(url) ?? url, init));
    } catch (thrown) {
      const cause = maskValue(thrown, secrets);
      return fail(call, ConnectionError, `got no answer: ${reasonOf(cause).slice(0, quoteLimit)}`, cause);
    }
    const { status } = response;
    if (response.type === "opaqueredirect") {
      if (!operation.followHidden?.(headers))
        refuse("and browsers hide where to: only a GET or HEAD without own headers is followed");
      redirect = "follow";
      continue;
    }
    if (response.redirected) url = response.url;
    const stated = findResponse(operation, status) ?? "default";
    const location = stated === "default" && redirects.test(`${status}`) && response.headers.get("location");
    if (!location) return { response, url: maskUrl(url, followed ? secrets : before), renewable };
    // What it holds is not read; a failure to say so changes nothing.
    response.body?.cancel?.().catch(() => {});
    const target = parseUrl(location, url);
    // With a user name or password in it, it begins otherwise.
    if (!target || !client.base().origins.some((own) => target.href.startsWith(`${own}/`)))
      return refuse(`to another origin or user: ${mask(target?.origin ?? location, secrets).slice(0, quoteLimit)}`);
    operation.redirect?.(request, status, call.repeatable, refuse);
    url = target.href.replace(/#.*/, "");
  }
  return refuse(`more than ${redirectLimit} times`);
}
