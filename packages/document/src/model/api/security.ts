export type SecurityScheme =
  | ApiKeyScheme
  | HttpScheme
  | OAuth2Scheme
  | OpenIdConnectScheme
  | MutualTlsScheme
  | UnsupportedScheme;

interface NamedScheme {
  /** The key in `components.securitySchemes`. */
  readonly name: string;
  /** `x-facsimile-name`, else the key: credentials are given under this name. */
  readonly credential: string;
  readonly description: string | undefined;
  readonly deprecated: boolean;
}

export interface ApiKeyScheme extends NamedScheme {
  readonly type: "apiKey";
  readonly in: "header" | "query" | "cookie";
  /** The name of the header, query parameter or cookie. */
  readonly parameterName: string;
  /** `x-value-prefix`: text that is put before the key when it is sent. */
  readonly valuePrefix: string | undefined;
}

export interface HttpScheme extends NamedScheme {
  readonly type: "http";
  /** Lower case, as registered with IANA: `basic`, `bearer`, … */
  readonly scheme: string;
  readonly bearerFormat: string | undefined;
}

export interface OAuth2Scheme extends NamedScheme {
  readonly type: "oauth2";
  readonly flows: readonly OAuth2Flow[];
  /** Where the authorization server describes itself (RFC 8414). */
  readonly metadataUrl: string | undefined;
}

export interface OAuth2Flow {
  readonly kind: "implicit" | "password" | "clientCredentials" | "authorizationCode" | "deviceAuthorization";
  readonly authorizationUrl: string | undefined;
  /** OpenAPI 3.2. */
  readonly deviceAuthorizationUrl: string | undefined;
  readonly tokenUrl: string | undefined;
  readonly refreshUrl: string | undefined;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

export interface OpenIdConnectScheme extends NamedScheme {
  readonly type: "openIdConnect";
  readonly openIdConnectUrl: string;
}

export interface MutualTlsScheme extends NamedScheme {
  readonly type: "mutualTLS";
}

/** A scheme that no package can send a credential of, or that the document does not describe. It is the caller's own to meet. */
export interface UnsupportedScheme extends NamedScheme {
  readonly type: "unsupported";
}

/** One way to be allowed in: every requirement of it must be met (AND). An empty alternative means that no credential is needed. */
export type SecurityAlternative = readonly SecurityRequirement[];

export interface SecurityRequirement {
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
}
