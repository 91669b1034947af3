import type { Api, Operation, OperationServers } from "@facsimile/document";
import type { Names, UsedScheme } from "./names.js";
import type { DocumentTypes } from "./types/index.js";

/** What the parts of a package are emitted from. */
export interface Scope {
  readonly api: Api;
  readonly names: Names;
  /** Where its operations go. */
  readonly servers: OperationServers;
  readonly types: DocumentTypes;
  /** The security schemes that some operation requires, by their names, in the order of the document. */
  readonly schemes: ReadonlyMap<string, UsedScheme>;
}

export interface OperationScope extends Scope {
  readonly operation: Operation;
}

export function operationScopes(scope: Scope): readonly OperationScope[] {
  return scope.api.operations.map((operation) => ({ ...scope, operation }));
}
