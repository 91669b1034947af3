import type { SecurityAlternative } from "../api.js";
import { takesCredential } from "../takes-credential.js";

/** What a package hands on of the runtime to those who use it, so that they need not depend on it. */
const types = [
  "AnswerProblem",
  "CallOptions",
  "ClientOptions",
  "Failure",
  "FetchOptions",
  "Logger",
  "Middleware",
  "NoHeaders",
  "NoInput",
  "Pages",
  "PagesOptions",
  "ResponseInfo",
  "RetryOptions",
  "Success",
  "Undocumented",
] as const;

const values = [
  "AbortedError",
  "ApiError",
  "ConnectionError",
  "CredentialsError",
  "FacsimileError",
  "InvalidRequestError",
  "isAbortedError",
  "isApiError",
  "isConnectionError",
  "isCredentialsError",
  "isInvalidRequestError",
  "isRedirectError",
  "isResponseParseError",
  "isTimeoutError",
  "RedirectError",
  "ResponseParseError",
  "TimeoutError",
  "unwrap",
] as const;

/** What else a package hands on whose API takes OAuth 2 credentials. */
const oauth2Types = [
  "AuthorizationCode",
  "AuthorizationUrlOptions",
  "ClientAssertion",
  "DeviceAuthorization",
  "DeviceOptions",
  "OAuth2Options",
  "OAuth2Tokens",
  "OAuth2TokenSource",
  "OAuth2TokenStore",
  "Pkce",
  "PrivateKeyJwtOptions",
] as const;

const oauth2Values = ["authorizationUrl", "authorizeDevice", "createPkce", "oauth2", "privateKeyJwt"] as const;

/** What else a package hands on whose API has answers that come item by item: of the runtime's streams. */
export const ofStreams = {
  types: ["ItemStream", "ServerSentEvent", "StreamOptions"],
  values: ["isStreamError", "StreamError"],
} as const;

interface HandedOn {
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** The names of the runtime that the package of an API hands on whose operations have these alternatives. */
export function handedOn(security: readonly SecurityAlternative[]): HandedOn {
  const schemes = security.flat().map(({ scheme }) => scheme);
  const usesOAuth2 = schemes.some(({ type }) => type === "oauth2" || type === "openIdConnect");
  const takes = schemes.some(takesCredential);
  return {
    types: [...types, ...(takes ? ["CredentialSource"] : []), ...(usesOAuth2 ? oauth2Types : [])],
    values: [...values, ...(takes ? ["renew"] : []), ...(usesOAuth2 ? oauth2Values : [])],
  };
}
