/** Requirements that must all be met. Empty: the operation may be called without a credential. */
export type SecurityAlternative = readonly SecurityRequirement[];

export interface SecurityRequirement {
  readonly scheme: SecurityScheme;
}

/** A security scheme. Its name is the key in `components.securitySchemes`, under which credentials are given. */
export type SecurityScheme = ApiKeyScheme | HttpScheme | TokenScheme | OwnScheme;

export interface ApiKeyScheme {
  readonly name: string;
  readonly type: "apiKey";
  readonly in: "header" | "query" | "cookie";
  /** The name of the header, query parameter or cookie. */
  readonly parameter: string;
  /** Text that is put before the key. */
  readonly prefix?: string;
  /** `writeApiKey` of this package. */
  readonly write: CredentialWriter<ApiKeyScheme>;
}

export interface HttpScheme {
  readonly name: string;
  readonly type: "http";
  /** In lower case: `basic`, `bearer`. */
  readonly scheme: string;
  /** `writeBasic` of this package, or `writeToken`. */
  readonly write: CredentialWriter<HttpScheme>;
}

export interface TokenScheme {
  readonly name: string;
  readonly type: "oauth2" | "openIdConnect";
  /** `writeToken` of this package. */
  readonly write: CredentialWriter<TokenScheme>;
}

/**
 * What is the caller's own to meet: a client certificate, which is no part of the request, or a kind of credential that this package does not send. The
 * platform, headers or a `fetch` of the application's own add it.
 */
export interface OwnScheme {
  readonly name: string;
  readonly type: "mutualTLS" | "unsupported";
  readonly write?: undefined;
}

/**
 * Adds a credential to a request. Named by the scheme, so that a bundle does not carry the writers of others.
 *
 * @param credential As the client was given it, or as the function or the source gave it that the client was given.
 * @param refuse Throws a CredentialsError that names the scheme.
 */
export type CredentialWriter<Scheme> = (
  authorization: Authorization,
  scheme: Scheme,
  credential: unknown,
  refuse: RefuseCredential,
) => void;

export type RefuseCredential = (reason: string, cause?: unknown) => never;

/** A request with its credentials. */
export interface Authorization {
  /** All headers, under names in lower case. */
  readonly headers: Record<string, string>;
  /** Puts credentials into the query of a URL, if there are such. */
  addTo?: (url: string) => string;
  /** What must never be shown. */
  readonly secrets: string[];
  /** What sources gave that can be asked for others, by the name of the scheme. */
  readonly renewable: Map<string, unknown>;
}
