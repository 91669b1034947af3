import type { Code, ObjectType, PropertyType, Type } from "../print/index.js";
import {
  assignedType,
  code,
  comment,
  entry,
  group,
  hardline,
  identifier,
  importedName,
  importedType,
  indent,
  join,
  line,
  lines,
  literal,
  named,
  objectLiteral,
  objectType,
  paragraphs,
  sequence,
  union,
} from "../print/index.js";
import { credentialsOptional, emitCredentials } from "./credentials.js";
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

const operationsModule = "./operations.js";

/** The body of client.ts, and the names that it declares. */
export function emitClient(scope: Scope): { readonly body: Code; readonly declares: readonly string[] } {
  const { client, create, handle, options, credentials } = scope.names;
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
    declares: [client, create, handle, options, credentials, "createClient", "createRaw"],
  };
}

function emitOptions(scope: Scope): Code {
  const { names, api } = scope;
  const docs = comment(`Where ${api.title} is, who calls it, and how.`);
  const credentials = credentialsProperty(scope);
  const server = serverProperty(scope);
  const name = identifier(names.options);
  const needsPlace = needsBaseUrl(scope);
  const baseUrls = baseUrlsProperty(scope, false);
  if (baseUrls === undefined && needsPlace) {
    return optionsInterface(docs, name, [credentials, baseUrlProperty(scope, true)]);
  }
  if (!needsPlace && (server === undefined || server.optional)) {
    return optionsInterface(docs, name, [credentials, server, baseUrlProperty(scope, false), baseUrls]);
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
    export type ${name} =${assignedType({ kind: "intersection", types: [...common, union(places)] })};
  `;
}

function optionsInterface(docs: Code | undefined, name: Code, properties: readonly (PropertyType | undefined)[]): Code {
  return code`
    ${docs}
    export interface ${name} extends ${runtimeType("ClientOptions")} ${objectType(objectOf(properties))}
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
  if (emitCredentials(scope) === undefined) return undefined;
  const optional = credentialsOptional(scope);
  const docs = comment(optional ? "Some operations need none." : "Every operation needs them.");
  return {
    name: "credentials",
    type: named(identifier(scope.names.credentials)),
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

function emitHandle({ names, api }: Scope): Code {
  const name: Type = { kind: "literal", value: names.client };
  const client = named(runtimeType("Client"), name, named(importedType("paths", schemaModule)));
  return code`
    ${comment(`A client of ${api.title}: what the functions take first. It binds none of them.`)}
    export type ${identifier(names.handle)} =${assignedType(client)};
  `;
}

function emitMethods(scope: Scope): Code {
  const methods = operationScopes(scope).map(emitMethod);
  return code`
    ${comment(`${scope.api.title}, with a method for each operation.`)}
    export interface ${identifier(scope.names.client)} {${indent(hardline, join(hardline, [...methods, emitRawProperty()]))}
    }
  `;
}

/** What an operation of that name gives way to. */
function emitRawProperty(): Code {
  return code`
    ${comment(rawDescription)}
    readonly raw: ${rawType()};
  `;
}

const rawDescription =
  "openapi-fetch's client at the same place, with the same headers, credentials and fetch, for what the operations do not cover. It knows no results by status, retries or timeouts.";

function rawType(): Code {
  return code`${runtimeType("RawClient")}<${importedType("paths", schemaModule)}>`;
}

function importedInput(name: string): Code {
  return importedType(name, operationsModule);
}

function emitMethod(scope: OperationScope): Code {
  const { operation, own } = scope;
  const input = inputParameter(scope, importedInput);
  const options = sequence(code`options?: `, runtimeType("CallOptions"));
  const docs = comment(...operationBlocks(scope, false));
  const called = signature([input, options], code`Promise<${importedType(own.result, operationsModule)}>`);
  if (operation.pagination === undefined) return lines(docs, code`${identifier(own.function)}${called};`);
  const pagesOptions = sequence(code`options?: `, runtimeType("PagesOptions"));
  return code`
    ${docs}
    readonly ${identifier(own.function)}: {
      ${called};
      ${comment(...pagesBlocks(scope))}
      pages${signature([input, pagesOptions], pagesType(scope, operation.pagination))};
    };
  `;
}

function emitCreateClient(scope: Scope): Code {
  const { names, api } = scope;
  const description = objectLiteral([entry("name", literal(names.client)), ...serverEntries(scope)]);
  return code`
    ${comment(`Makes a client of ${api.title} for the functions of this package. Nothing is sent.`)}
    export function createClient${signature([optionsParameter(scope)], identifier(names.handle))} {
      return ${importedName("createClient", runtimePackage, "createRuntimeClient")}${parameterList(description, code`options`)};
    }
  `;
}

function emitCreateRaw(scope: Scope): Code {
  const security = distinctAlternatives(scope);
  const alternatives = security.length === 0 ? undefined : code`, ${alternativesLiteral(security, scope)}`;
  return code`
    ${comment(rawDescription)}
    export function createRaw(client: ${identifier(scope.names.handle)}): ${rawType()} {
      return ${importedName("createRaw", runtimePackage, "createRuntimeRaw")}(client${alternatives});
    }
  `;
}

function optionsParameter(scope: Scope): Code {
  const type = identifier(scope.names.options);
  return optionsOptional(scope) ? code`options: ${type} = {}` : code`options: ${type}`;
}

function emitCreate(scope: Scope): Code {
  const { names, api } = scope;
  const entries = [...operationScopes(scope).map(binding), code`raw: createRaw(client)`].map((own) =>
    sequence(own, code`,`),
  );
  return code`
    ${comment(`Makes an object with a method for each operation of ${api.title}. Nothing is sent.`)}
    export function ${identifier(names.create)}${signature([optionsParameter(scope)], identifier(names.client))} {
      const client = createClient(options);
      return {${indent(hardline, join(hardline, entries))}
      };
    }
  `;
}

/** The member of the object that calls the function of an operation. */
function binding({ operation, own }: OperationScope): Code {
  const name = identifier(own.function);
  const target = importedName(own.function, operationsModule);
  if (operation.pagination !== undefined) {
    return code`
      ${name}: Object.assign(${target}.bind(undefined, client), {
        pages: ${importedName(own.pages, operationsModule)}.bind(undefined, client),
      })
    `;
  }
  const takesInput = inputNeed(operation) !== "none";
  const parameters = takesInput ? code`(input, options)` : code`(options)`;
  const args = parameterList(code`client`, takesInput ? code`input` : undefined, code`options`);
  return code`${name}: ${group(parameters, code` =>`, group(indent(line, target, args)))}`;
}
