export interface AuthorizationUrlOptions {
  /** The authorization endpoint. A query that it has is kept. */
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** A random text that must come back with the code: compare it, or another site can slip in a code of its own (RFC 6749 10.12). */
  readonly state: string;
  /** Of `createPkce`. Absent where the server knows no PKCE. */
  readonly challenge?: string;
  readonly scopes?: readonly string[];
}

/** Where a person is sent to allow access (RFC 6749 4.1.1, RFC 7636 4.3). They come back to `redirectUri` with `code` and `state`. */
export function authorizationUrl(options: AuthorizationUrlOptions): string {
  const url = new URL(options.authorizationUrl);
  const fields = {
    response_type: "code",
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    scope: options.scopes?.join(" "),
    state: options.state,
    code_challenge: options.challenge,
    code_challenge_method: options.challenge && "S256",
  };
  for (const [name, value] of Object.entries(fields)) if (value) url.searchParams.set(name, value);
  return url.href;
}
