import type { Operation, OperationGroup, ReceivedOperation } from "@facsimile/document";
import { code, identifier, literal, printFragment } from "../../print/index.js";
import { schemeText } from "../credentials.js";
import { exampleOperation, exampleOptions, variableName } from "../example.js";
import { codeSpan, fence, firstParagraph, table, webLink } from "../markdown.js";
import { proseParts } from "../prose.js";
import { siteReader } from "../reader.js";
import type { SourceFile } from "../source-file.js";
import { heading, page, pageLink, siteLine, siteName, sitePage, textLink } from "./page.js";
import { indexPath, schemasPath } from "./page-paths.js";
import type { PageScope, ReferenceScope } from "./reference-scope.js";

/** Up to so many operations are listed on the index itself; of more there are the groups, each with a page. */
const most = 100;

/** The first page of a reference. */
export function indexPage(reference: ReferenceScope): SourceFile {
  const scope = { ...reference, path: indexPath };
  const { api } = scope;
  const [lead, rest] = proseParts(api.description ?? "", siteReader(api));
  return page(indexPath, siteName(api.title) || "API", [
    `The operations of ${codeSpan(scope.packageName)}, made from version ${codeSpan(api.version)} of the API's document.`,
    lead,
    api.documentationUrl === undefined ? undefined : `Documentation of the API: ${webLink(api.documentationUrl)}`,
    ...(rest === "" ? [] : [heading(2, "About the API"), rest]),
    ...clientParts(scope),
    ...credentialParts(scope),
    heading(2, "Operations"),
    ...operationParts(scope),
    ...receivedParts(scope),
    ...schemaParts(scope),
    ...omissionParts(scope),
  ]);
}

/** The page of a group. */
export function groupPage(reference: ReferenceScope, group: OperationGroup): SourceFile {
  const path = reference.paths.groups.get(group) ?? "";
  const scope = { ...reference, path };
  const tag = reference.api.tags.find(({ name }) => name === group.title);
  return page(path, siteName(group.title) || "Operations", [
    siteName(tag?.summary ?? ""),
    sitePage(scope, tag?.description),
    `Imported by itself from ${codeSpan(`${reference.packageName}/${group.name}`)}. In ${textLink(scope, reference.api.title, indexPath)}.`,
    heading(2, "Operations"),
    operationTable(scope, group.operations),
  ]);
}

function clientParts(scope: PageScope): readonly string[] {
  const own = exampleOperation(scope);
  if (own === undefined) return [];
  const variable = identifier(variableName(scope.api));
  const factory = identifier(scope.api.names.factory);
  const source = code`
    import { ${factory} } from ${literal(scope.packageName)};

    const ${variable} = ${factory}(${exampleOptions(own)});
  `;
  return [heading(2, "Client"), fence("ts", printFragment(source))];
}

function credentialParts(scope: PageScope): readonly string[] {
  const rows = [...scope.schemes.values()].map(({ scheme }) => [
    codeSpan(scheme.credential),
    `${siteLine(scope, scheme.description ?? schemeText(scheme))}${scheme.deprecated ? " Deprecated." : ""}`,
  ]);
  return rows.length === 0 ? [] : [heading(2, "Credentials"), table(["Name", "What it is"], rows)];
}

function operationParts(scope: PageScope): readonly string[] {
  const { groups, operations, tags } = scope.api;
  if (operations.length > most) {
    const rows = groups.map((group) => {
      const tag = tags.find(({ name }) => name === group.title);
      const about = tag?.summary ?? firstParagraph(tag?.description ?? "");
      return [
        textLink(scope, group.title, scope.paths.groups.get(group) ?? indexPath),
        String(group.operations.length),
        siteLine(scope, about),
      ];
    });
    return [table(["Group", "Operations", "What it is about"], rows)];
  }
  return groups.flatMap((group) => [heading(3, siteName(group.title) || "Others"), operationTable(scope, group.own)]);
}

function operationTable(scope: PageScope, operations: readonly Operation[]): string {
  const rows = operations.map((operation) => {
    const { name, method, path, summary = "", description, deprecated } = operation;
    const text = siteName(summary) || siteLine(scope, firstParagraph(description));
    return [
      pageLink(scope, name, scope.paths.operations.get(operation)),
      codeSpan(`${method.toUpperCase()} ${path}`),
      deprecated ? `${text} (deprecated)`.trim() : text,
    ];
  });
  return table(["Operation", "Request", "What it does"], rows);
}

function receivedParts(scope: PageScope): readonly string[] {
  const { received } = scope.api;
  if (received.length === 0) return [];
  const rows = received.map((one: ReceivedOperation) => [
    pageLink(scope, one.name, scope.paths.received.get(one)),
    one.sender === undefined ? "webhook" : "callback",
    siteName(one.operation.summary ?? "") || siteLine(scope, firstParagraph(one.operation.description)),
  ]);
  return [heading(2, "Webhooks and callbacks"), table(["Handler", "Kind", "What it is about"], rows)];
}

function schemaParts(scope: PageScope): readonly string[] {
  const { length } = scope.api.schemaTypes;
  if (length === 0) return [];
  return [heading(2, "Schemas"), `${textLink(scope, `All ${length} schemas`, schemasPath)}.`];
}

/** What the document has and the package does not. */
function omissionParts({ api }: PageScope): readonly string[] {
  if (api.omissions.length === 0) return [];
  const rows = api.omissions.map(({ code: name, message }) => `- ${siteName(message)} (${codeSpan(name)})`);
  return [heading(2, "Left out"), "The document has more than the package serves:", rows.join("\n")];
}
