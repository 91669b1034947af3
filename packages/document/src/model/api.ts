import type { DiagnosticCode } from "../diagnostics/registry.js";
import type { ListedValue } from "../schema/enumeration.js";

/**
 * An OpenAPI document as the generator sees it: plain readonly data, in the order of the document, in OpenAPI's own terms.
 *
 * Every `$ref` to a path item, parameter, request body, response, header, example or security scheme is resolved here. Schemas are not: they
 * stay JSON Schema, and a reference to a component keeps its name, because the types of a package are named for them.
 */
export interface Api {
  /** `info.title`. */
  readonly title: string;
  /** `info.version`, which is the version of the document and not of the package. */
  readonly version: string;
  /** `info.description`, CommonMark. */
  readonly description: string | undefined;
  /** `info.x-client-name`: the name of the client where the title does not make a good one. */
  readonly clientName: string | undefined;
  /** `externalDocs.url`. */
  readonly documentationUrl: string | undefined;
  readonly license: string | undefined;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Those that a package can send. */
  readonly operations: readonly Operation[];
  /** The operations by tag: a package has a subpath for each. */
  readonly groups: readonly OperationGroup[];
  /** Those that are understood and that no package can send, with the reason. */
  readonly unsendable: readonly UnsendableOperation[];
  /** What the API sends by itself, in the order of the document. No code is made of it. */
  readonly webhooks: readonly Webhook[];
  /** Everything that is left out of what is made of the document, in its order. */
  readonly omissions: readonly Omission[];
  /** The names of `components.schemas`, in the order of the document. */
  readonly schemaNames: readonly string[];
  /** What the types of the component schemas are called, in the order of the document. */
  readonly schemaTypes: readonly SchemaType[];
  /** The lists of values that schemas have, in the order of the document. */
  readonly enumerations: readonly Enumeration[];
  /** What else a package calls what it hands out. No two of the names of a package are the same. */
  readonly names: PackageNames;
}

/** The operations of a tag. Those without a tag are grouped by the first segment of their path. */
export interface OperationGroup {
  /** The tag, or the segment. */
  readonly title: string;
  /** `pull-requests`: the subpath of the package. */
  readonly name: string;
  /** In the order of the document. */
  readonly operations: readonly Operation[];
  /** Those whose first tag it is: they are declared here, and the groups of their other tags hand them on. */
  readonly own: readonly Operation[];
}

/** What the types of a component schema are called in a package. */
export interface SchemaType {
  /** The key in `components.schemas`. */
  readonly component: string;
  readonly name: string;
  /** The type for requests, where that has to differ. */
  readonly requestName: string;
}

/** A list of values, which a package hands out for use at run time. No two have one name. */
export interface Enumeration {
  readonly name: string;
  /** What has it, in the words of a package: `User.status`. */
  readonly path: string;
  readonly description: string | undefined;
  /** At least one. */
  readonly values: readonly ListedValue[];
}

/** The names of a package beside those of operations and schemas. The page docs/names.md has the rules. */
export interface PackageNames {
  /** `SendAuth`: the type of the object with a method for each operation. */
  readonly client: string;
  /** `createSendAuth`. */
  readonly factory: string;
  /** `SendAuthClient`, which the functions take. */
  readonly handle: string;
  readonly options: string;
  /** Undefined where no operation takes credentials. */
  readonly credentials: string | undefined;
  /** What makes the client for the functions. */
  readonly createClient: string;
  /** What a package hands on of the runtime. */
  readonly handedOn: readonly HandedOnName[];
}

export interface HandedOnName {
  /** In the runtime. */
  readonly name: string;
  /** In the package. */
  readonly as: string;
  /** Whether it is a type and no value. */
  readonly isType: boolean;
}

/** Something that is left out. */
export interface Omission {
  /** JSON pointer in {@link file}. */
  readonly pointer: string;
  readonly file: string;
  /** The code of the diagnostic that says it. */
  readonly code: DiagnosticCode;
  /** What is left out and why, in one sentence. */
  readonly message: string;
}

export interface UnsendableOperation {
  readonly operation: UnnamedOperation;
  readonly reason: string;
}

export interface Tag {
  readonly name: string;
  readonly description: string | undefined;
}

export interface Server {
  /** The URL template as written, with `{variables}`. It may be relative. */
  readonly url: string;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
  /** `x-required: true`: the default is only an example, so that a caller has to give a value. */
  readonly required: boolean;
}

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
}

export interface OAuth2Flow {
  readonly kind: "implicit" | "password" | "clientCredentials" | "authorizationCode" | "deviceAuthorization";
  readonly authorizationUrl: string | undefined;
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

/** The methods that a path item can hold, in lower case as in the document. */
export type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** What an operation says, whoever sends the request. */
export interface OperationObject {
  /** JSON pointer of the operation object in the document. */
  readonly pointer: string;
  readonly method: HttpMethod;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** Those of the path item first, overridden by `in` and `name`. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
  /** Alternatives (OR). The document's own where the operation has none. Empty: no credential is sent. */
  readonly security: readonly SecurityAlternative[];
  readonly callbacks: readonly Callback[];
}

/** What a package calls an operation, and what belongs to it. */
export interface OperationNames {
  /** The method and the function: `x-facsimile-name`, else the operationId in camel case, else a name made of method and path. */
  readonly name: string;
  /** `ListUsersInput`; undefined where the operation takes nothing. */
  readonly inputName: string | undefined;
  readonly resultName: string;
  /** `listUsersPages`; undefined where there are no pages. */
  readonly pagesName: string | undefined;
}

/** A request that the caller sends. */
export interface Operation extends UnnamedOperation, OperationNames {
  readonly responses: readonly NamedResponse[];
}

/** An operation that no package has. */
export interface UnnamedOperation extends OperationObject {
  /** `operationId`, as written; where there is none, or several operations have it, the name. No two operations have the same. */
  readonly id: string;
  /** The path template as it is sent: with a slash at its beginning, without a query or a fragment. */
  readonly path: string;
  /** The key in `paths`, as written. Several operations of one method and path may differ in a fragment of it. */
  readonly pathKey: string;
  /** A query that the document has in the path, encoded, which every request has; without the `?`. */
  readonly query: string | undefined;
  /** The operation's own servers, or the path item's; empty where the document's apply, or are the same in other words. */
  readonly servers: readonly Server[];
  /** `x-idempotent: true`: the operation may be repeated though its method does not say so. */
  readonly idempotent: boolean;
  readonly pagination: Pagination | undefined;
}

/** A request that the API sends, to a URL that the caller has given it. */
export interface IncomingOperation extends OperationObject {
  /** `operationId`, as written; it need not have one. */
  readonly id: string | undefined;
}

/** An entry of `webhooks`: requests that the API sends when something happens. */
export interface Webhook {
  readonly pointer: string;
  readonly name: string;
  readonly operations: readonly IncomingOperation[];
}

/** Requests that the API sends because of an operation. */
export interface Callback {
  readonly pointer: string;
  /** The key in `callbacks`. */
  readonly name: string;
  /** The runtime expression that gives the URL, as written. */
  readonly expression: string;
  readonly operations: readonly IncomingOperation[];
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";
export type ParameterStyle = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface Parameter {
  readonly pointer: string;
  readonly name: string;
  readonly in: ParameterPlace;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The default of its place where the document says nothing (OpenAPI 3.1.1, 4.8.12.2.1). */
  readonly style: ParameterStyle;
  /** The default of its style where the document says nothing: true for `form`, false for the others. */
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The media type, where the parameter has `content` and not `schema`. */
  readonly mediaType: string | undefined;
  readonly schema: Schema;
}

export interface RequestBody {
  readonly pointer: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface MediaType {
  readonly pointer: string;
  /** As written, with its parameters: `application/json; charset=UTF-8`. */
  readonly name: string;
  readonly schema: Schema | undefined;
  /** For urlencoded and multipart bodies, by property. */
  readonly encoding: readonly Encoding[];
}

export interface Encoding {
  readonly property: string;
  readonly contentType: string | undefined;
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
  readonly headers: readonly Header[];
}

/** `200`, `4XX` or `default`. */
export type StatusKey = string;

export interface NamedResponse extends Response {
  /** What a package calls the type of its headers; undefined where it states none. */
  readonly headersName: string | undefined;
}

export interface Response {
  readonly pointer: string;
  readonly status: StatusKey;
  readonly description: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  /** `x-assumed`: why the document states this response though the documentation does not. */
  readonly assumed: string | undefined;
}

export interface Header {
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly schema: Schema;
}

/** `x-pagination`. Names are those of query parameters and of properties of the answer; a property may be a dotted path. */
export type Pagination = OffsetPagination | PagePagination | CursorPagination | LinkPagination | LinkHeaderPagination;

export interface OffsetPagination {
  readonly style: "offset";
  readonly offset: string;
  readonly limit: string | undefined;
  readonly items: string;
  readonly total: string | undefined;
}

export interface PagePagination {
  readonly style: "page";
  readonly page: string;
  readonly size: string | undefined;
  /** The number of the first page. Default: 1. */
  readonly first: number;
  readonly items: string;
  readonly total: string | undefined;
}

export interface CursorPagination {
  readonly style: "cursor";
  /** The query parameter. */
  readonly cursor: string;
  /** The property of the answer that holds the next cursor. */
  readonly next: string;
  readonly items: string;
}

export interface LinkPagination {
  readonly style: "link";
  /** The property of the answer that holds the URL of the next page. */
  readonly next: string;
  readonly items: string;
}

export interface LinkHeaderPagination {
  readonly style: "link-header";
  /** The property of the answer that holds the items; the whole answer where it is undefined. */
  readonly items: string | undefined;
}

/** A schema where it is used: the component that it refers to, if it is nothing but a reference, and the JSON Schema as written. */
export interface Schema {
  readonly pointer: string;
  /** The name in `components.schemas` where the schema is only a `$ref` to it. */
  readonly component: string | undefined;
  /** The schema as written, `$ref`s kept; in OpenAPI 3.1 it may be a boolean. */
  readonly json: JsonSchema;
}

export type JsonSchema = boolean | { readonly [keyword: string]: unknown };
