import { runtimePackage } from "../plan/mark.js";
import type { Code } from "../print/index.js";
import { importedName, importedType } from "../print/index.js";

export { runtimePackage };

/** A function or class of the runtime. */
export function runtimeValue(name: string): Code {
  return importedName(name, runtimePackage);
}

/** A type of the runtime. */
export function runtimeType(name: string): Code {
  return importedType(name, runtimePackage);
}

/** What the runtime exports and a package hands on to those who use it. */
export const handedOnValues = [
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
export const oauth2Values = ["authorizationUrl", "createPkce", "oauth2"] as const;
export const oauth2Types = [
  "AuthorizationCode",
  "AuthorizationUrlOptions",
  "OAuth2Options",
  "OAuth2Tokens",
  "OAuth2TokenSource",
  "OAuth2TokenStore",
  "Pkce",
] as const;

export const handedOnTypes = [
  "CallOptions",
  "ClientOptions",
  "Failure",
  "Logger",
  "Middleware",
  "NoHeaders",
  "Pages",
  "PagesOptions",
  "ResponseInfo",
  "RetryOptions",
  "Success",
  "Undocumented",
] as const;

/** Names that nothing in a package gets, because it imports them or hands them on. */
export const runtimeNames: readonly string[] = [
  ...handedOnValues,
  ...handedOnTypes,
  ...oauth2Values,
  ...oauth2Types,
  "ApiKeyCredential",
  "BasicCredential",
  "BearerCredential",
  "Client",
  "fillServer",
  "findRange",
  "locateServers",
  "multipart",
  "OAuth2Credential",
  "Operation",
  "paginate",
  "RawClient",
  "readAnyBody",
  "readBinaryBody",
  "readHeaders",
  "readJsonBody",
  "readTextBody",
  "SecurityScheme",
  "send",
  "urlencoded",
  "writeApiKey",
  "writeBasic",
  "writeBody",
  "writeCookies",
  "writeFixedQuery",
  "writeHeaders",
  "writePath",
  "writeQuery",
  "writeStyledPath",
  "writeToken",
];
