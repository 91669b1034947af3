import type { DiagnosticCode } from "../diagnostics/registry.js";
import type { Enumeration, PackageNames, SchemaType } from "./api/names.js";
import type { Operation, UnnamedOperation, Webhook } from "./api/operation.js";
import type { ReceivedOperation } from "./api/received.js";
import type { SecurityScheme } from "./api/security.js";
import type { Server } from "./api/server.js";

export type * from "./api/message.js";
export type * from "./api/names.js";
export type * from "./api/operation.js";
export type * from "./api/pagination.js";
export type * from "./api/received.js";
export type * from "./api/schema.js";
export type * from "./api/security.js";
export type * from "./api/server.js";
export type * from "./api/stream.js";

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
  /** What the API sends by itself, in the order of the document. */
  readonly webhooks: readonly Webhook[];
  /** What a package receives: the operations of webhooks, then those of callbacks, each once and by a name of its own. */
  readonly received: readonly ReceivedOperation[];
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
  readonly summary: string | undefined;
  /** The name of the tag that it is a part of (OpenAPI 3.2). */
  readonly parent: string | undefined;
  /** `nav` where nothing is said: a group of operations. Operations of other kinds of tags alone are grouped by their paths. */
  readonly kind: string;
  readonly description: string | undefined;
}
