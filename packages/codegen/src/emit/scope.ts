import type { Api, Document, Operation, OperationGroup, OperationServers } from "@facsimile/document";
import type { SchemeVariables } from "./environment-names.js";
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
  /** The module that declares each operation. */
  readonly modules: ReadonlyMap<Operation, string>;
  /** The types for openapi-fetch's client; undefined where the package has no such part. */
  readonly raw: RawTypes | undefined;
  /** Headers that each call has, unless its client or it says otherwise. */
  readonly headers: Readonly<Record<string, string>>;
  /** The dialect of the schemas that values are held against at run time; undefined where the package has no such part. */
  readonly validation: Document["dialect"] | undefined;
  /** The environment variables of the schemes that take credentials. */
  readonly variables: readonly SchemeVariables[];
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
  return scope.api.operations.map((operation) => operationScope(scope, operation));
}

/** The operations that a group declares. */
export function groupScopes(scope: Scope, { own }: OperationGroup): readonly OperationScope[] {
  return own.map((operation) => operationScope(scope, operation));
}

function operationScope(scope: Scope, operation: Operation): OperationScope {
  return { ...scope, operation, module: scope.modules.get(operation) ?? "" };
}

/** The module that declares each operation: that of the group that it belongs to. */
export function modulesOfOperations({ groups }: Api): ReadonlyMap<Operation, string> {
  return new Map(
    groups.flatMap(({ name, own }) => own.map((operation): [Operation, string] => [operation, operationsModule(name)])),
  );
}
