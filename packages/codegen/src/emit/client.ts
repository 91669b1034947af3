import type { Code, ObjectType, PropertyType, Type } from "../print/index.js";
import {
  arrayLiteral,
  assignedType,
  code,
  comment,
  entry,
  importedName,
  importedType,
  literal,
  named,
  objectLiteral,
  objectType,
  paragraphs,
  typeCode,
  union,
} from "../print/index.js";
import { apiPhrase } from "./client-summary.js";
import { credentialsOptional, emitCredentials } from "./credentials.js";
import { declaration, type ModuleSource } from "./declaration.js";
import { clientModule } from "./module-paths.js";
import { parameterList, signature } from "./operations.js";
import { runtimePackage, runtimeType } from "./runtime.js";
import type { Scope } from "./scope.js";
import { needsBaseUrl, serverEntries } from "./server.js";
import { baseUrlProperty, baseUrlsProperty, serverProperty } from "./server-options.js";

/** client.ts: what functions take first, and how it is made. */
export function emitClient(scope: Scope): ModuleSource {
  const { handle, options, credentials, createClient } = scope.api.names;
  return {
    body: paragraphs(emitCredentials(scope), emitOptions(scope), emitHandle(scope), emitCreateClient(scope)),
    types: [handle, options, ...(credentials === undefined ? [] : [credentials])],
    values: [createClient],
    constants: [],
  };
}

function emitOptions(scope: Scope): Code {
  const { api } = scope;
  const docs = comment(`Where ${apiPhrase(api.title)} is, who calls it, and how.`);
  const credentials = credentialsProperty(scope);
  const server = serverProperty(scope);
  const needsPlace = needsBaseUrl(scope);
  const baseUrls = baseUrlsProperty(scope, false);
  if (baseUrls === undefined && needsPlace) {
    return optionsInterface(scope, docs, [credentials, baseUrlProperty(scope, true)]);
  }
  if (!needsPlace && (server === undefined || server.optional)) {
    return optionsInterface(scope, docs, [credentials, server, baseUrlProperty(scope, false), baseUrls]);
  }
  const places: readonly Type[] = [
    objectOf([server, baseUrlProperty(scope, false), baseUrlsProperty(scope, needsPlace)]),
    objectOf([baseUrlProperty(scope, true), ...(baseUrls === undefined ? [] : [optionalProperty(server), baseUrls])]),
  ];
  const common: readonly Type[] = [
    named(runtimeType("ClientOptions")),
    ...(credentials === undefined ? [] : [objectOf([credentials])]),
  ];
  return code`
    ${docs}
    ${declaration(scope, "type", api.names.options)} =${assignedType({ kind: "intersection", types: [...common, union(places)] })};
  `;
}

function optionsInterface(
  scope: Scope,
  docs: Code | undefined,
  properties: readonly (PropertyType | undefined)[],
): Code {
  return code`
    ${docs}
    ${declaration(scope, "interface", scope.api.names.options)} extends ${runtimeType("ClientOptions")} ${objectType(objectOf(properties))}
  `;
}

/** Variables that have to be given are no more needed where everything goes to a base URL. */
function optionalProperty(property: PropertyType | undefined): PropertyType | undefined {
  return property && { ...property, optional: true };
}

function objectOf(properties: readonly (PropertyType | undefined)[]): ObjectType {
  return { kind: "object", properties: properties.filter((property) => property !== undefined), index: undefined };
}

function credentialsProperty(scope: Scope): PropertyType | undefined {
  const { credentials } = scope.api.names;
  if (emitCredentials(scope) === undefined || credentials === undefined) return undefined;
  const optional = credentialsOptional(scope);
  const docs = comment(optional ? "Some operations need none." : "Every operation needs them.");
  return {
    name: "credentials",
    type: own(credentials),
    optional,
    readonly: false,
    comment: docs,
  };
}

/** Whether a client can be made without any options. */
function optionsOptional(scope: Scope): boolean {
  const placed = !needsBaseUrl(scope) && (serverProperty(scope)?.optional ?? true);
  return placed && (credentialsProperty(scope)?.optional ?? true);
}

function emitHandle(scope: Scope): Code {
  const { title, names } = scope.api;
  const name: Type = { kind: "literal", value: names.client };
  const client = named(runtimeType("Client"), name);
  return code`
    ${comment(`A client of ${apiPhrase(title)}: what the functions take first. It binds none of them.`)}
    ${declaration(scope, "type", names.handle)} =${assignedType(client)};
  `;
}

/** A type that client.ts declares. */
function own(name: string): Type {
  return named(importedType(name, clientModule));
}

function emitCreateClient(scope: Scope): Code {
  const { names, title } = scope.api;
  const needsCredentials = credentialsProperty(scope)?.optional === false;
  const description = objectLiteral([
    entry("name", literal(names.client)),
    needsCredentials ? entry("required", arrayLiteral([literal("credentials")])) : undefined,
    ...serverEntries(scope),
  ]);
  return code`
    ${comment(`Makes a client of ${apiPhrase(title)} for the functions of this package. Nothing is sent.${saidHeaders(scope)}`)}
    ${declaration(scope, "function", names.createClient)}${signature([optionsParameter(scope)], typeCode(own(names.handle)))} {
      return ${importedName("createClient", runtimePackage, "createRuntimeClient")}${parameterList(description, givenOptions(scope))};
    }
  `;
}

function saidHeaders({ headers }: Scope): string {
  const names = Object.keys(headers);
  return names.length === 0 ? "" : ` Each call has ${names.join(", ")}, unless a header of that name is given.`;
}

/** What a client is told, before which the headers come that each call has. */
function givenOptions({ headers }: Scope): Code {
  const entries = Object.entries(headers).map(([name, value]) => entry(name, literal(value)));
  if (entries.length === 0) return code`options`;
  const merged = objectLiteral([...entries, code`...options.headers`]);
  return objectLiteral([code`...options`, code`headers: ${merged}`]);
}

/** `options: SendAuthOptions`, with a default where none has to be given. */
export function optionsParameter(scope: Scope): Code {
  const type = typeCode(own(scope.api.names.options));
  return optionsOptional(scope) ? code`options: ${type} = {}` : code`options: ${type}`;
}
