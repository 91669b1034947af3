import { CredentialsError } from "../errors/credentials.js";
import type { Fetch } from "../options.js";
import { parseUrl } from "../url.js";
import type { OAuth2TokenStore } from "./tokens.js";

interface CommonOptions {
  /** Where tokens are asked for. `https`, or `http` on a loopback address. */
  readonly tokenUrl: string;
  readonly clientId: string;
  /** For a client that can keep one. */
  readonly clientSecret?: string;
  /**
   * How the client shows its secret: as HTTP basic, which RFC 6749 2.3.1 makes every server understand, or as
   * `client_secret` in the form. Default: `"basic"`.
   */
  readonly clientAuthentication?: "basic" | "form";
  /** Default: what the server gives by itself. */
  readonly scopes?: readonly string[];
  /** Default: tokens are kept in memory. Tokens in a store win over the grant in these options. */
  readonly store?: OAuth2TokenStore;
  /** Milliseconds that the token endpoint may take. Default: 30,000. */
  readonly timeout?: number;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
}

/** A code that the authorization endpoint sent to the redirect URI (RFC 6749 4.1), with the verifier of `createPkce`. */
export interface AuthorizationCode {
  readonly code: string;
  /** As it was given to the authorization endpoint. */
  readonly redirectUri: string;
  /** Absent where the server knows no PKCE. */
  readonly codeVerifier?: string;
}

/** How access tokens are had: exactly one of three grants. */
export type OAuth2Options = CommonOptions &
  (
    | { readonly refreshToken: string; readonly authorizationCode?: never; readonly clientCredentials?: never }
    | {
        readonly authorizationCode: AuthorizationCode;
        readonly refreshToken?: never;
        readonly clientCredentials?: never;
      }
    | { readonly clientCredentials: true; readonly refreshToken?: never; readonly authorizationCode?: never }
  );

/** @throws CredentialsError where tokens would travel in the clear, or there is not exactly one grant. */
export function checkOptions({ tokenUrl, refreshToken, authorizationCode, clientCredentials }: OAuth2Options): void {
  const url = parseUrl(tokenUrl);
  if (!url) throw new CredentialsError("tokenUrl is not an absolute URL");
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback)) {
    throw new CredentialsError("tokenUrl must be https; http is for loopback addresses only");
  }
  if (url.username || url.password || url.hash)
    throw new CredentialsError("tokenUrl must have no user info and no fragment");
  if ([refreshToken, authorizationCode, clientCredentials].filter(Boolean).length !== 1) {
    throw new CredentialsError("oauth2 needs exactly one of refreshToken, authorizationCode and clientCredentials");
  }
}
