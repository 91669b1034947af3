import type { Api, Operation, OperationGroup, OperationServers } from "@facsimile/document";
import { operationsModule } from "./module-paths.js";
import type { Names, UsedScheme } from "./names.js";
import type { RawTypes } from "./raw/index.js";
import type { DocumentTypes } from "./types/index.js";

/** What the parts of a package are emitted from. */
export interface Scope {
  readonly api: Api;
  readonly names: Names;
  /** Where its operations go. */
  readonly servers: OperationServers;
  readonly types: DocumentTypes;
  /** The types for openapi-fetch's client; undefined where the package has no such part. */
  readonly raw: RawTypes | undefined;
  /** The security schemes that some operation requires, by their names, in the order of the document. */
  readonly schemes: ReadonlyMap<string, UsedScheme>;
}

export interface OperationScope extends Scope {
  readonly operation: Operation;
  /** The module that declares it, with its input and its result. */
  readonly module: string;
}

/** The operations in the order of the document. */
export function operationScopes(scope: Scope): readonly OperationScope[] {
  const modules = new Map(
    scope.api.groups.flatMap((group) => groupScopes(scope, group).map((one) => [one.operation, one.module])),
  );
  return scope.api.operations.map((operation) => ({ ...scope, operation, module: modules.get(operation) ?? "" }));
}

/** The operations that a group declares. */
export function groupScopes(scope: Scope, { name, own }: OperationGroup): readonly OperationScope[] {
  return own.map((operation) => ({ ...scope, operation, module: operationsModule(name) }));
}
