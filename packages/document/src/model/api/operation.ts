import type { NamedResponse, Parameter, RequestBody, Response } from "./message.js";
import type { Pagination } from "./pagination.js";
import type { SecurityAlternative } from "./security.js";
import type { Server } from "./server.js";

/** The methods that a path item can hold, in lower case; those of `additionalOperations` too (OpenAPI 3.2). */
export type HttpMethod =
  | ("get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query")
  // Any other name, without losing the known ones in an editor.
  | (string & {});

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
  /** `x-facsimile-name`, where it is a name. */
  readonly chosenName: string | undefined;
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
