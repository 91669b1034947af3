import type { Api } from "@facsimile/document";
import type { Code, ObjectType, PropertyType, Type } from "../print/index.js";
import {
  assignedType,
  code,
  comment,
  entry,
  group,
  hardline,
  importedName,
  importedType,
  indent,
  join,
  line,
  lines,
  literal,
  memberName,
  methodName,
  named,
  objectLiteral,
  objectType,
  paragraphs,
  propertyName,
  sequence,
  typeCode,
  union,
} from "../print/index.js";
import { credentialsOptional, emitCredentials } from "./credentials.js";
import { clientModule, declaration, type ModuleSource, operationsModule } from "./declaration.js";
import { operationBlocks } from "./documentation.js";
import { inputNeed } from "./input.js";
import { inputParameter, pagesBlocks, parameterList, signature } from "./operations.js";
import { pagesType } from "./pages.js";
import { runtimePackage, runtimeType } from "./runtime.js";
import type { OperationScope, Scope } from "./scope.js";
import { operationScopes } from "./scope.js";
import { alternativesLiteral, distinctAlternatives } from "./security.js";
import { needsBaseUrl, serverEntries } from "./server.js";
import { baseUrlProperty, baseUrlsProperty, serverProperty } from "./server-options.js";
import { schemaModule } from "./types/index.js";

/** client.ts. */
export function emitClient(scope: Scope): ModuleSource {
  const { client, factory, handle, options, credentials, createClient, createRaw } = scope.api.names;
  return {
    body: paragraphs(
      emitCredentials(scope),
      emitOptions(scope),
      emitHandle(scope),
      emitMethods(scope),
      emitCreateClient(scope),
      emitCreateRaw(scope),
      emitCreate(scope),
    ),
    types: [client, handle, options, ...(credentials === undefined ? [] : [credentials])],
    values: [factory, createClient, createRaw],
    constants: [],
  };
}

function emitOptions(scope: Scope): Code {
  const { api } = scope;
  const docs = comment(`Where ${api.title} is, who calls it, and how.`);
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
  const client = named(runtimeType("Client"), name, named(importedType(names.paths, schemaModule)));
  return code`
    ${comment(`A client of ${title}: what the functions take first. It binds none of them.`)}
    ${declaration(scope, "type", names.handle)} =${assignedType(client)};
  `;
}

function emitMethods(scope: Scope): Code {
  const methods = operationScopes(scope).map(emitMethod);
  return code`
    ${comment(`${scope.api.title}, with a method for each operation.`)}
    ${declaration(scope, "interface", scope.api.names.client)} {${indent(hardline, join(hardline, [...methods, emitRawProperty(scope)]))}
    }
  `;
}

/** What an operation of that name gives way to. */
function emitRawProperty({ api }: Scope): Code {
  return code`
    ${comment(rawDescription)}
    readonly ${memberName(api.names.raw)}: ${rawType(api)};
  `;
}

const rawDescription =
  "openapi-fetch's client at the same place, with the same headers, credentials and fetch, for what the operations do not cover. It knows no results by status, retries or timeouts.";

function rawType({ names }: Api): Code {
  return code`${runtimeType("RawClient")}<${importedType(names.paths, schemaModule)}>`;
}

/** A type that client.ts declares. */
function own(name: string): Type {
  return named(importedType(name, clientModule));
}

function emitMethod(scope: OperationScope): Code {
  const { operation } = scope;
  const input = inputParameter(scope);
  const options = sequence(code`options?: `, runtimeType("CallOptions"));
  const docs = comment(...operationBlocks(scope, false));
  const called = signature([input, options], code`Promise<${importedType(operation.resultName, operationsModule)}>`);
  if (operation.pagination === undefined) return lines(docs, code`${methodName(operation.name)}${called};`);
  const pagesOptions = sequence(code`options?: `, runtimeType("PagesOptions"));
  return code`
    ${docs}
    readonly ${propertyName(operation.name)}: {
      ${called};
      ${comment(...pagesBlocks(scope))}
      pages${signature([input, pagesOptions], pagesType(scope, operation.pagination))};
    };
  `;
}

function emitCreateClient(scope: Scope): Code {
  const { names, title } = scope.api;
  const description = objectLiteral([entry("name", literal(names.client)), ...serverEntries(scope)]);
  return code`
    ${comment(`Makes a client of ${title} for the functions of this package. Nothing is sent.`)}
    ${declaration(scope, "function", names.createClient)}${signature([optionsParameter(scope)], typeCode(own(names.handle)))} {
      return ${importedName("createClient", runtimePackage, "createRuntimeClient")}${parameterList(description, code`options`)};
    }
  `;
}

function emitCreateRaw(scope: Scope): Code {
  const { names } = scope.api;
  const security = distinctAlternatives(scope);
  const alternatives = security.length === 0 ? undefined : code`, ${alternativesLiteral(security, scope)}`;
  return code`
    ${comment(rawDescription)}
    ${declaration(scope, "function", names.createRaw)}(client: ${typeCode(own(names.handle))}): ${rawType(scope.api)} {
      return ${importedName("createRaw", runtimePackage, "createRuntimeRaw")}(client${alternatives});
    }
  `;
}

function optionsParameter(scope: Scope): Code {
  const type = typeCode(own(scope.api.names.options));
  return optionsOptional(scope) ? code`options: ${type} = {}` : code`options: ${type}`;
}

function emitCreate(scope: Scope): Code {
  const { names, title } = scope.api;
  const raw = code`${memberName(names.raw)}: ${importedName(names.createRaw, clientModule)}(client)`;
  const entries = [...operationScopes(scope).map(binding), raw].map((item) => sequence(item, code`,`));
  return code`
    ${comment(`Makes an object with a method for each operation of ${title}. Nothing is sent.`)}
    ${declaration(scope, "function", names.factory)}${signature([optionsParameter(scope)], typeCode(own(names.client)))} {
      const client = ${importedName(names.createClient, clientModule)}(options);
      return {${indent(hardline, join(hardline, entries))}
      };
    }
  `;
}

/** The member of the object that calls the function of an operation. */
function binding({ operation }: OperationScope): Code {
  const name = propertyName(operation.name);
  const target = importedName(operation.name, operationsModule);
  if (operation.pagesName !== undefined) {
    return code`
      ${name}: Object.assign(${target}.bind(undefined, client), {
        pages: ${importedName(operation.pagesName, operationsModule)}.bind(undefined, client),
      })
    `;
  }
  const takesInput = inputNeed(operation) !== "none";
  const parameters = takesInput ? code`(input, options)` : code`(options)`;
  const args = parameterList(code`client`, takesInput ? code`input` : undefined, code`options`);
  return code`${name}: ${group(parameters, code` =>`, group(indent(line, target, args)))}`;
}
