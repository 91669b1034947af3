import {
  child,
  isObject,
  type Json,
  membersOf,
  type Operation,
  type Schema,
  type SchemaNode,
  valueAt,
} from "@facsimile/document";
import { fence, table } from "../markdown.js";
import type { SourceFile } from "../source-file.js";
import { heading, page, pageLink, siteLine, siteName, sitePage } from "./page.js";
import { schemasPath } from "./page-paths.js";
import { propertyTable, schemaSentence } from "./property-rows.js";
import type { PageScope, ReferenceScope } from "./reference-scope.js";
import { schemaWords } from "./schema-words.js";

/** An example that is longer is not read. */
const longest = 4000;

/** The pages of the component schemas, and the list of them; nothing where there are none. */
export function schemaPages(reference: ReferenceScope, json: Json): readonly SourceFile[] {
  const schemas = valueAt(json, "/components/schemas");
  const users = usersByComponent(reference.api.operations);
  const pages = reference.api.schemaTypes.flatMap(({ component, name }) => {
    const value = isObject(schemas) ? schemas[component] : undefined;
    const path = reference.paths.schemas.get(component) ?? "";
    if (value === undefined) return [];
    const node = { value, pointer: child("/components/schemas", component) };
    return schemaPage({ ...reference, path }, name, node, users.get(component) ?? []);
  });
  return pages.length === 0 ? [] : [schemaIndex({ ...reference, path: schemasPath }, schemas), ...pages];
}

function schemaPage(scope: PageScope, name: string, node: SchemaNode, users: readonly Operation[]): SourceFile {
  const keywords = scope.types.schemas.keywords(node.value);
  const { description, title } = keywords;
  const said = typeof description === "string" ? description : typeof title === "string" ? title : undefined;
  const properties = propertyTable(scope, node);
  const facts = schemaSentence(scope, node.value, "");
  return page(scope.path, siteName(name), [
    sitePage(scope, said),
    `Type: ${schemaWords(scope, node.value)}.${facts === "" ? "" : ` ${facts}`}`,
    ...(properties === undefined ? [] : [heading(2, "Properties"), properties]),
    ...alternativeParts(scope, node),
    ...exampleParts(keywords.example ?? firstOf(keywords.examples)),
    ...userParts(scope, users),
  ]);
}

function firstOf(examples: Json | undefined): Json | undefined {
  return Array.isArray(examples) ? (examples[0] as Json | undefined) : undefined;
}

/** The properties of alternatives that have no page of their own. */
function alternativeParts(scope: PageScope, node: SchemaNode): readonly string[] {
  const keywords = scope.types.schemas.keywords(node.value);
  const members = ["oneOf", "anyOf"].flatMap((keyword) => membersOf(keywords, keyword, node.pointer));
  const own = members.flatMap((member, index) => {
    const isLink = scope.types.schemas.keywords(member.value).$ref !== undefined;
    const properties = isLink ? undefined : propertyTable(scope, member);
    return properties === undefined ? [] : [heading(3, `Alternative ${index + 1}`), properties];
  });
  return own.length === 0 ? [] : [heading(2, "Alternatives"), ...own];
}

function exampleParts(example: Json | undefined): readonly string[] {
  if (example === undefined) return [];
  const text = JSON.stringify(example, undefined, 2);
  return text.length > longest ? [] : [heading(2, "Example"), fence("json", text)];
}

function userParts(scope: PageScope, users: readonly Operation[]): readonly string[] {
  if (users.length === 0) return [];
  const links = users.map((operation) => pageLink(scope, operation.name, scope.paths.operations.get(operation)));
  return [heading(2, "Used by"), links.join(", ")];
}

function schemaIndex(scope: PageScope, schemas: Json | undefined): SourceFile {
  const rows = scope.api.schemaTypes.map(({ component, name }) => {
    const value = isObject(schemas) ? schemas[component] : undefined;
    const { description, title } = scope.types.schemas.keywords(value);
    const said = typeof title === "string" ? title : typeof description === "string" ? description : "";
    return [pageLink(scope, name, scope.paths.schemas.get(component)), siteLine(scope, firstSentence(said))];
  });
  return page(schemasPath, "Schemas", [table(["Schema", "What it is"], rows)]);
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text;
}

/** The operations that mention a component in a body themselves, in the order of the document. */
function usersByComponent(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const users = new Map<string, Set<Operation>>();
  for (const operation of operations) {
    const { requestBody, responses } = operation;
    const content = [...(requestBody?.content ?? []), ...responses.flatMap((response) => response.content)];
    for (const { schema } of content) for (const name of mentioned(schema)) addTo(users, name, operation);
  }
  return new Map([...users].map(([name, set]) => [name, [...set]]));
}

function mentioned(schema: Schema | undefined): readonly string[] {
  return schema?.component === undefined ? [] : [schema.component];
}

function addTo(users: Map<string, Set<Operation>>, name: string, operation: Operation): void {
  const known = users.get(name);
  if (known === undefined) users.set(name, new Set([operation]));
  else known.add(operation);
}
