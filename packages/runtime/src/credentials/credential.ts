/** Nothing: where nobody is signed in, for example. The next alternative is sent then, or none where an operation needs none. */
export type Maybe<Value> = Value | undefined | null;

/** A value, a function that is called for each request and gives it, at once or later, or a source that renews it: `renew()`. */
export type Provided<Value> = Value | (() => Maybe<Value> | Promise<Maybe<Value>>) | CredentialSource<Value>;

/** Gives a credential, and another one where the API refuses it. */
export interface CredentialSource<Value> {
  /**
   * A credential that is valid now, or nothing.
   *
   * @param refused What the API has just answered with 401: give another, or reject.
   */
  get(refused?: Value): Promise<Maybe<Value>>;
}

/** An API key. */
export type ApiKeyCredential = Provided<string>;

/** HTTP basic (RFC 7617), sent in UTF-8. The user name has no colon. */
export type BasicCredential = Provided<{ readonly username: string; readonly password: string }>;

/** A token for `Authorization: Bearer` (RFC 6750), or the credentials of another HTTP scheme, without the scheme's name. */
export type BearerCredential = Provided<string>;

/** An access token, or a source of them that renews them: `oauth2()`. */
export type OAuth2Credential = Provided<string>;

/** Gives access tokens. */
export interface OAuth2TokenSource extends CredentialSource<string> {
  get(refused?: string): Promise<string>;
}

/** Credentials by the name of the security scheme. */
export type Credentials = Readonly<Record<string, unknown>>;
