import type { Api, Document, Operation } from "@facsimile/document";
import { operationScopes } from "../scope.js";
import { scopeOf } from "../scope-of.js";
import type { SourceFile } from "../source-file.js";
import type { ExampleRequest } from "./example-request.js";
import { groupPage, indexPage } from "./index-pages.js";
import { operationPage } from "./operation-page.js";
import { pagePaths } from "./page-paths.js";
import { receivedPage } from "./received-page.js";
import { schemaPages } from "./schema-page.js";

/** What a reference is made of beside the document. */
export interface ReferenceOptions {
  /** The npm name of the package that the calls import. */
  readonly packageName: string;
  /** Valid requests. None for an operation: its page has no call. */
  readonly requests: ReadonlyMap<Operation, ExampleRequest>;
}

/** The pages of an API in Markdown: an index, one for each group, operation, webhook and schema. Pure: the same input gives the same bytes. */
export function emitReference(api: Api, document: Document, options: ReferenceOptions): readonly SourceFile[] {
  const { packageName, requests } = options;
  const scope = { ...scopeOf(api, document, packageName), packageName, requests, paths: pagePaths(api) };
  return [
    indexPage(scope),
    ...api.groups.map((group) => groupPage(scope, group)),
    ...operationScopes(scope).map((own) => operationPage({ ...scope, ...own })),
    ...api.received.map((received) => receivedPage(scope, received)),
    ...schemaPages(scope, document.json),
  ];
}
