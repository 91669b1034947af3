import type { Operation } from "@facsimile/document";
import type { Scope } from "../scope.js";
import type { ExampleRequest } from "./example-request.js";
import type { PagePaths } from "./page-paths.js";

/** What the pages of a reference are emitted from. */
export interface ReferenceScope extends Scope {
  /** The npm name of the package. */
  readonly packageName: string;
  readonly paths: PagePaths;
  /** None for an operation that no valid request could be made for. */
  readonly requests: ReadonlyMap<Operation, ExampleRequest>;
}

/** The same where a page is written, which links are relative to. */
export interface PageScope extends ReferenceScope {
  /** Of this page. */
  readonly path: string;
}
