/** A value, or a function that is called for each request and gives it, at once or later. */
export type Provided<Value> = Value | (() => Value | Promise<Value>);

/** An API key. */
export type ApiKeyCredential = Provided<string>;

/** HTTP basic (RFC 7617), sent in UTF-8. The user name has no colon. */
export type BasicCredential = Provided<{ readonly username: string; readonly password: string }>;

/** A token for `Authorization: Bearer` (RFC 6750), or the credentials of another HTTP scheme, without the scheme's name. */
export type BearerCredential = Provided<string>;

/** An access token, or a source of them that renews them: `oauth2()`. */
export type OAuth2Credential = Provided<string> | OAuth2TokenSource;

/** Gives access tokens. */
export interface OAuth2TokenSource {
  /**
   * An access token that is valid now.
   *
   * @param refused A token that the API has just answered with 401: give another, or reject.
   */
  accessToken(refused?: string): Promise<string>;
}

/** Credentials by the name of the security scheme. */
export type Credentials = Readonly<Record<string, unknown>>;
