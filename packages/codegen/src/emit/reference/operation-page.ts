import type { Pagination } from "@facsimile/document";
import { codeSpan } from "../markdown.js";
import type { OperationScope } from "../scope.js";
import { ownServer } from "../server.js";
import type { SourceFile } from "../source-file.js";
import { callFence, pagesFence } from "./call.js";
import { credentialsText } from "./credentials-part.js";
import { curlFence } from "./curl.js";
import { answerParts, requestParts } from "./message-parts.js";
import { heading, page, pageLink, siteName, sitePage, textLink } from "./page.js";
import { indexPath } from "./page-paths.js";
import type { PageScope, ReferenceScope } from "./reference-scope.js";

/** The page of an operation: how it is called, what it takes and what it answers. */
export function operationPage(reference: ReferenceScope & OperationScope): SourceFile {
  const { operation } = reference;
  const path = reference.paths.operations.get(operation) ?? "";
  const scope = { ...reference, path };
  const { summary = "", description, name } = operation;
  return page(path, siteName(name), [
    operation.deprecated ? "**Deprecated.**" : undefined,
    siteName(summary),
    requestFence(scope),
    description === summary ? undefined : sitePage(scope, description),
    groupsText(scope),
    ...callParts(scope),
    ...requestParts(scope, operation),
    heading(2, "Credentials"),
    credentialsText(operation),
    ...answerParts(scope, operation.responses),
    ...pagesParts(scope),
    ...callbackParts(scope),
  ]);
}

function requestFence(scope: PageScope & OperationScope): string {
  const { method, path, query } = scope.operation;
  const server = ownServer(scope);
  const place = server === undefined ? "" : `\n\nIt goes to ${codeSpan(server.url)}.`;
  return `${codeSpan(`${method.toUpperCase()} ${path}${query === undefined ? "" : `?${query}`}`)}${place}`;
}

function groupsText(scope: PageScope & OperationScope): string {
  const { api, operation, paths } = scope;
  const groups = api.groups.filter(({ operations }) => operations.includes(operation));
  const links = groups.map((group) => textLink(scope, group.title, paths.groups.get(group) ?? indexPath));
  return `In ${[...links, textLink(scope, api.title, indexPath)].join(", ")}.`;
}

function callParts(scope: PageScope & OperationScope): readonly string[] {
  const request = scope.requests.get(scope.operation);
  if (request === undefined)
    return [heading(2, "Call"), "There is no example: no valid request could be made of the document."];
  return [
    heading(2, "Call"),
    callFence(scope, scope.packageName, request),
    "The same with curl, with credentials in environment variables:",
    curlFence(scope, request),
  ];
}

function pagesParts(scope: PageScope & OperationScope): readonly string[] {
  const { pagination } = scope.operation;
  if (pagination === undefined) return [];
  const request = scope.requests.get(scope.operation);
  return [
    heading(2, "Pages"),
    paginationText(pagination),
    ...(request === undefined ? [] : [pagesFence(scope, request)]),
  ];
}

function paginationText(pagination: Pagination): string {
  const items = pagination.items === undefined ? "" : ` The items are in ${codeSpan(pagination.items)}.`;
  switch (pagination.style) {
    case "offset":
      return `A page begins at ${codeSpan(pagination.offset)}.${items}`;
    case "page":
      return `${codeSpan(pagination.page)} is the number of a page, from ${pagination.first} on.${items}`;
    case "cursor":
      return `${codeSpan(pagination.next)} of an answer is the ${codeSpan(pagination.cursor)} of the next page.${items}`;
    case "link":
      return `${codeSpan(pagination.next)} of an answer is the URL of the next page.${items}`;
    case "link-header":
      return `The header \`Link\` of an answer has the URL of the next page.${items}`;
  }
}

function callbackParts(scope: PageScope & OperationScope): readonly string[] {
  const own = scope.api.received.filter(({ sender }) => sender === scope.operation);
  if (own.length === 0) return [];
  const rows = own.map((one) => `- ${pageLink(scope, one.name, scope.paths.received.get(one))}`);
  return [heading(2, "Callbacks"), "The API sends requests because of it:", rows.join("\n")];
}
