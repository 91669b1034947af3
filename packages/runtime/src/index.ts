export type { ArrivedPage } from "./ask-page.js";
export type {
  Base,
  BaseFinder,
  ServerDescription,
  ServerLocator,
  ServerOptions,
  Servers,
  ServerValues,
  ServerVariable,
} from "./base-url.js";
export {
  type AnyClient,
  type Client,
  type ClientDescription,
  createClient,
} from "./client.js";
export { writeApiKey } from "./credentials/api-key.js";
export { authorizeAny } from "./credentials/authorize-any.js";
export { writeBasic } from "./credentials/basic.js";
export type {
  ApiKeyCredential,
  BasicCredential,
  BearerCredential,
  CredentialSource,
  Maybe,
  OAuth2Credential,
  OAuth2TokenSource,
  Provided,
} from "./credentials/credential.js";
export { renew } from "./credentials/renew.js";
export { writeToken } from "./credentials/token.js";
export type { Described } from "./described.js";
export { askDescribedPage, type DescribedCall, describeCall } from "./described-call.js";
export {
  basicFrom,
  type ClientVariables,
  clientFrom,
  type Environment,
  type FromEnvironment,
  textFrom,
} from "./environment/index.js";
export { AbortedError, isAbortedError } from "./errors/aborted.js";
export { ApiError, isApiError } from "./errors/api.js";
export { ConnectionError, isConnectionError } from "./errors/connection.js";
export { CredentialsError, isCredentialsError } from "./errors/credentials.js";
export { type CallContext, FacsimileError } from "./errors/facsimile.js";
export { InvalidRequestError, isInvalidRequestError } from "./errors/invalid-request.js";
export { isRedirectError, RedirectError } from "./errors/redirect.js";
export { isResponseParseError, ResponseParseError } from "./errors/response-parse.js";
export { isTimeoutError, TimeoutError } from "./errors/timeout.js";
export type { FetchOptions } from "./fetch-options.js";
export type { FetchedResponse } from "./fetched.js";
export type { LogDetails, Logger } from "./logger.js";
export type { Middleware, MiddlewareContext } from "./middleware.js";
export {
  type AuthorizationCode,
  type AuthorizationUrlOptions,
  authorizationUrl,
  authorizeDevice,
  type ClientAssertion,
  createPkce,
  type DeviceAuthorization,
  type DeviceOptions,
  type OAuth2ClientOptions,
  type OAuth2Options,
  type OAuth2TokenStore,
  type OAuth2Tokens,
  oauth2,
  type Pkce,
  type PrivateJwk,
  type PrivateKey,
  type PrivateKeyJwtOptions,
  privateKeyJwt,
  type SigningAlgorithm,
} from "./oauth2/index.js";
export type * from "./operation.js";
export { locateServers } from "./operation-servers.js";
export type { CallOptions, ClientOptions, ConnectionOptions, Fetch, RequestHeaders } from "./options.js";
export { itemsOf, nextStep, type Step, type Visited } from "./page-step.js";
export { type Pages, type PagesOptions, paginate } from "./pages.js";
export type { Pagination } from "./pagination.js";
export { changeMethod, followHidden } from "./redirects.js";
export { repeatLost } from "./repeat-lost.js";
export { repeatUnsent } from "./repeat-unsent.js";
export type * from "./request.js";
export { findRange } from "./response/find.js";
export { readHeaders } from "./response/headers.js";
export { matchMediaTypes } from "./response/match-media-types.js";
export { nearestSuccess } from "./response/nearest.js";
export { readAnyBody, readBinaryBody, readJsonBody, readTextBody } from "./response/read.js";
export type { AnswerProblem, Failure, NoHeaders, ResponseInfo, Success, Undocumented } from "./result.js";
export type { RetryOptions } from "./retry.js";
export type * from "./security.js";
export { send } from "./send.js";
export {
  multipart,
  urlencoded,
  writeBody,
  writeCookies,
  writeFixedQuery,
  writeHeaders,
  writePath,
  writeQuery,
  writeStyledPath,
} from "./serialize/index.js";
export { fillServer } from "./server-variables.js";
export { type Answered, type DataOf, unwrap } from "./unwrap.js";
export type { Validation } from "./validation.js";
