import type { HiddenRedirectRule, RedirectRule } from "./operation.js";

/** What the Fetch standard makes of a request that is redirected and is no GET ("HTTP-redirect fetch"). */
export const changeMethod: RedirectRule = (request, status, repeatable, refuse) => {
  const { method, headers } = request;
  if (status === 303 ? !/GET|HEAD/.test(method) : status < 303 && method === "POST") {
    request.method = "GET";
    request.body = undefined;
    // What describes a body goes with it (Fetch, "request-body-header name").
    for (const name in headers) if (name.startsWith("content-")) delete headers[name];
  } else if (!repeatable) refuse("and its stream cannot be sent again");
};

/**
 * Browsers do not show where to ("opaque-redirect filtered response"), but follow by themselves. They are asked to where no header may carry a credential
 * to another origin: of the CORS-safelisted ones (Fetch), all that need not be.
 */
export const followHidden: HiddenRedirectRule = (headers) =>
  Object.keys(headers).every((name) => /^(accept|content-type|(accept|content)-language)$/.test(name));
