import { CredentialsError } from "../errors/credentials.js";
import type { Fetch } from "../options.js";
import { parseUrl } from "../url.js";
import type { OAuth2TokenStore, OAuth2Tokens } from "./tokens.js";

/** A client of an authorization server. */
export interface OAuth2ClientOptions {
  /** Where tokens are asked for. `https`, or `http` on a loopback address. */
  readonly tokenUrl: string;
  readonly clientId: string;
  /** For a client that can keep one. */
  readonly clientSecret?: string;
  /**
   * How the client shows that it is the one: its secret as HTTP basic, which RFC 6749 2.3.1 makes every server understand, or as
   * `client_secret` in the form; or, without a secret, by what it signs: `privateKeyJwt`. Default: `"basic"`.
   */
  readonly clientAuthentication?: "basic" | "form" | ClientAssertion;
  /** Default: what the server gives by itself. */
  readonly scopes?: readonly string[];
  /** Milliseconds that one request to the server may take. Default: 30,000. */
  readonly timeout?: number;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
}

/** Makes what a client shows instead of a secret (RFC 7523 2.2): a JWT that it signed. Called for each request. */
export type ClientAssertion = (client: {
  readonly clientId: string;
  readonly tokenUrl: string;
}) => string | Promise<string>;

/** A code that the authorization endpoint sent to the redirect URI (RFC 6749 4.1), with the verifier of `createPkce`. */
export interface AuthorizationCode {
  readonly code: string;
  /** As it was given to the authorization endpoint. */
  readonly redirectUri: string;
  /** Absent where the server knows no PKCE. */
  readonly codeVerifier?: string;
}

interface Grants {
  readonly refreshToken: string;
  readonly authorizationCode: AuthorizationCode;
  readonly clientCredentials: true;
  /** Tokens that were had in another way: `authorizeDevice`. They are renewed by the refresh token among them. */
  readonly tokens: OAuth2Tokens;
}

type OneOf<All> = {
  [Name in keyof All]: Pick<All, Name> & { readonly [Other in Exclude<keyof All, Name>]?: never };
}[keyof All];

/** How access tokens are had: exactly one of four grants. */
export type OAuth2Options = OAuth2ClientOptions & {
  /** Default: tokens are kept in memory. Tokens in a store win over the grant in these options. */
  readonly store?: OAuth2TokenStore;
} & OneOf<Grants>;

/** @throws CredentialsError where tokens would travel in the clear, or there is not exactly one grant. */
export function checkOptions(options: OAuth2Options): void {
  checkClient(options);
  const names = ["refreshToken", "authorizationCode", "clientCredentials", "tokens"] as const;
  if (names.filter((name) => options[name]).length === 1) return;
  throw new CredentialsError(
    "oauth2 needs exactly one of refreshToken, authorizationCode, clientCredentials and tokens",
  );
}

/** @throws CredentialsError where secrets would travel in the clear, or a client has two ways to show who it is. */
export function checkClient({ tokenUrl, clientSecret, clientAuthentication }: OAuth2ClientOptions): void {
  checkUrl("tokenUrl", tokenUrl);
  if (clientSecret !== undefined && typeof clientAuthentication === "function")
    throw new CredentialsError("a client that signs what it shows has no clientSecret");
}

/** @throws CredentialsError for a URL to which no secret may be sent. */
export function checkUrl(name: string, text: string): void {
  const url = parseUrl(text);
  if (!url) throw new CredentialsError(`${name} is not an absolute URL`);
  if (!isSafe(url)) throw new CredentialsError(`${name} must be https; http is for loopback addresses only`);
  if (url.username || url.password || url.hash)
    throw new CredentialsError(`${name} must have no user info and no fragment`);
}

/** Whether what is sent there cannot be read on the way. */
export function isSafe({ protocol, hostname }: Record<"protocol" | "hostname", string>): boolean {
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}
