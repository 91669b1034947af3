import type { ApiKeyScheme, Authorization, CredentialWriter } from "../security.js";
import { readSecret } from "./secret.js";

/** Sends a key in a header, in the query or in a cookie. */
export const writeApiKey: CredentialWriter<ApiKeyScheme> = (authorization, scheme, credential, refuse) => {
  const { headers } = authorization;
  const { parameter, prefix = "" } = scheme;
  const key = prefix + readSecret(authorization, credential, refuse);
  if (scheme.in === "header") headers[parameter.toLowerCase()] = key;
  else if (scheme.in === "query")
    addQuery(authorization, `${encodeURIComponent(parameter)}=${encodeURIComponent(key)}`);
  else if (/[\s";,\\]/.test(key)) refuse("holds a character that no cookie may hold");
  else headers.cookie = [headers.cookie, `${parameter}=${key}`].filter(Boolean).join("; ");
};

/** Adds a pair to URLs that do not have it: the one of a redirect may. */
function addQuery(authorization: Authorization, pair: string): void {
  const { addTo = (url: string): string => url } = authorization;
  authorization.addTo = (url) => {
    const before = addTo(url);
    return before.split(/[?&]/).includes(pair) ? before : before + (before.includes("?") ? "&" : "?") + pair;
  };
}
