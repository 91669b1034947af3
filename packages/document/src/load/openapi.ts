import type { Json, JsonObject } from "./document.js";

/**
 * OpenAPI 3.0 to 3.2 as they are written, for documents whose structure was checked: what the check in ./structure guarantees, by mending
 * or leaving out what is otherwise, and the model relies on. A `$ref` stands only where these types say so: what it led to elsewhere was put in its place. Extensions (`x-…`) are not checked there and are therefore unknown JSON here.
 */
export interface RawDocument {
  readonly openapi: string;
  readonly info: RawInfo;
  readonly servers?: readonly RawServer[];
  readonly paths?: { readonly [path: string]: RawPathItem };
  readonly webhooks?: { readonly [name: string]: RawPathItem };
  readonly components?: RawComponents;
  readonly security?: readonly RawSecurityRequirement[];
  readonly tags?: readonly RawTag[];
  readonly externalDocs?: { readonly url: string };
}

export interface RawTag {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parent?: string;
  readonly kind?: string;
}

export interface RawInfo {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: { readonly name: string; readonly identifier?: string };
  readonly "x-client-name"?: Json;
}

export interface RawComponents {
  readonly schemas?: { readonly [name: string]: RawSchema };
  readonly securitySchemes?: { readonly [name: string]: Referable<RawSecurityScheme> };
}

export interface Reference {
  readonly $ref: string;
}

export type Referable<T> = T | Reference;

export type RawSchema = boolean | JsonObject;

export interface RawServer {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables?: { readonly [name: string]: RawServerVariable };
}

export interface RawServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly "x-required"?: Json;
}

export interface RawPathItem {
  readonly servers?: readonly RawServer[];
  readonly parameters?: readonly Referable<RawParameter>[];
  readonly get?: RawOperation;
  readonly put?: RawOperation;
  readonly post?: RawOperation;
  readonly delete?: RawOperation;
  readonly options?: RawOperation;
  readonly head?: RawOperation;
  readonly patch?: RawOperation;
  readonly trace?: RawOperation;
  readonly query?: RawOperation;
  readonly additionalOperations?: { readonly [method: string]: RawOperation };
}

/** By runtime expression; members that begin with `x-` are extensions. */
export type RawCallback = { readonly [expression: string]: Referable<RawPathItem> };

export interface RawOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Referable<RawParameter>[];
  readonly requestBody?: Referable<RawRequestBody>;
  readonly responses?: { readonly [status: string]: Referable<RawResponse> };
  readonly callbacks?: { readonly [name: string]: Referable<RawCallback> };
  readonly security?: readonly RawSecurityRequirement[];
  readonly servers?: readonly RawServer[];
  readonly "x-facsimile-name"?: Json;
  readonly "x-idempotent"?: Json;
  readonly "x-pagination"?: Json;
}

export type RawSecurityRequirement = { readonly [scheme: string]: readonly string[] };

/** What parameters and headers have in common. */
export interface RawHeader {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: RawSchema;
  readonly content?: RawContent;
}

export interface RawParameter extends RawHeader {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly allowReserved?: boolean;
}

export interface RawRequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: RawContent;
}

export type RawContent = { readonly [mediaType: string]: RawMediaType };

export interface RawMediaType {
  readonly schema?: RawSchema;
  readonly itemSchema?: RawSchema;
  readonly encoding?: { readonly [property: string]: RawEncoding };
  readonly prefixEncoding?: readonly RawEncoding[];
  readonly itemEncoding?: RawEncoding;
  readonly "x-stream"?: Json;
}

/** The `collectionFormat` that a property of a form has in Swagger, in the OpenAPI that is made of it. */
export const collectionFormatMark = "x-collection-format";

export interface RawEncoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly headers?: RawHeaders;
  readonly [collectionFormatMark]?: string;
  readonly encoding?: { readonly [property: string]: RawEncoding };
  readonly prefixEncoding?: readonly RawEncoding[];
  readonly itemEncoding?: RawEncoding;
}

export type RawHeaders = { readonly [name: string]: Referable<RawHeader> };

export interface RawResponse {
  readonly summary?: string;
  readonly description?: string;
  readonly headers?: RawHeaders;
  readonly content?: RawContent;
  readonly links?: JsonObject;
  readonly "x-assumed"?: Json;
}

export type RawSecurityScheme = RawSchemeKind & { readonly deprecated?: boolean; readonly "x-facsimile-name"?: Json };

type RawSchemeKind =
  | RawApiKeyScheme
  | { readonly type: "http"; readonly description?: string; readonly scheme: string; readonly bearerFormat?: string }
  | {
      readonly type: "oauth2";
      readonly description?: string;
      readonly flows: RawFlows;
      readonly oauth2MetadataUrl?: string;
    }
  | { readonly type: "openIdConnect"; readonly description?: string; readonly openIdConnectUrl: string }
  | { readonly type: "mutualTLS"; readonly description?: string };

export interface RawApiKeyScheme {
  readonly type: "apiKey";
  readonly description?: string;
  readonly name: string;
  readonly in: "header" | "query" | "cookie";
  readonly "x-value-prefix"?: Json;
}

export interface RawFlows {
  readonly implicit?: RawFlow;
  readonly password?: RawFlow;
  readonly clientCredentials?: RawFlow;
  readonly authorizationCode?: RawFlow;
  readonly deviceAuthorization?: RawFlow;
}

export interface RawFlow {
  readonly authorizationUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes: { readonly [scope: string]: string };
}
