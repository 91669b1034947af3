import type { OperationGroup } from "@facsimile/document";
import type { Code, Type } from "../print/index.js";
import {
  assignedType,
  code,
  comment,
  group,
  hardline,
  identifier,
  importedName,
  importedType,
  indent,
  join,
  line,
  lines,
  methodName,
  named,
  paragraphs,
  propertyName,
  sequence,
  typeCode,
  union,
} from "../print/index.js";
import { optionsParameter } from "./client.js";
import { apiPhrase } from "./client-summary.js";
import { declaration, type ModuleSource } from "./declaration.js";
import { clientModule, methodsModule, operationsModule } from "./module-paths.js";
import { inputParameter, optionsType, pagesBlocks, parameterList, signature } from "./operations.js";
import { pagesType } from "./pages.js";
import { runtimeType } from "./runtime.js";
import type { OperationScope, Scope } from "./scope.js";
import { operationScopes } from "./scope.js";
import { signaturesOf } from "./stream-signatures.js";
import { intersectionOf } from "./types/intersection.js";

/** methods.ts: the object with a method for each operation. */
export function emitMethods(scope: Scope): ModuleSource {
  const { client, factory } = scope.api.names;
  return {
    body: paragraphs(emitDescriptions(scope), emitInterface(scope), emitCreate(scope)),
    types: [client],
    values: [factory],
    constants: [scope.names.methodDescriptions],
  };
}

/** What a method does is said at its function: an editor takes the words about a member from what the interface extends. */
function emitDescriptions(scope: Scope): Code | undefined {
  const groups = scope.api.groups.filter(({ own }) => own.length > 0);
  if (groups.length === 0) return undefined;
  return code`
    ${comment("What is said about the functions is said about the methods.")}
    type ${identifier(scope.names.methodDescriptions)} =${assignedType(intersectionOf(groups.map(describedType)))};
  `;
}

/** `Described<typeof import("./operations/users.js")>`, with the names of the operations where the module has other functions too. */
function describedType({ name, own }: OperationGroup): Type {
  const module: Type = { kind: "module", specifier: operationsModule(name) };
  const hasOthers = own.some(({ pagesName }) => pagesName !== undefined);
  const names = own.map((operation): Type => ({ kind: "literal", value: operation.name }));
  return named(runtimeType("Described"), module, ...(hasOthers ? [union(names)] : []));
}

function emitInterface(scope: Scope): Code {
  const methods = operationScopes(scope).map(emitMethod);
  const base =
    scope.api.operations.length === 0 ? code`` : code` extends ${identifier(scope.names.methodDescriptions)}`;
  return code`
    ${comment(`A method for each operation of ${apiPhrase(scope.api.title)}.`)}
    ${declaration(scope, "interface", scope.api.names.client)}${base} {${indent(hardline, join(hardline, methods))}
    }
  `;
}

function emitMethod(scope: OperationScope): Code {
  const { operation } = scope;
  const input = inputParameter(scope);
  const options = sequence(code`options?: `, optionsType(operation));
  const docs = comment(operation.deprecated ? { tag: "deprecated" } : undefined);
  const calls = signaturesOf(scope, input).map((one) => signature([one.input, options], code`Promise<${one.result}>`));
  if (operation.pagination === undefined)
    return lines(...calls.flatMap((call) => [docs, code`${methodName(operation.name)}${call};`]));
  const pagesOptions = sequence(code`options?: `, runtimeType("PagesOptions"));
  return code`
    ${docs}
    readonly ${propertyName(operation.name)}: {
      ${lines(...calls.map((call) => code`${call};`))}
      ${comment(...pagesBlocks(scope))}
      pages${signature([input, pagesOptions], pagesType(scope, operation.pagination))};
    };
  `;
}

function emitCreate(scope: Scope): Code {
  const { names, title } = scope.api;
  const entries = operationScopes(scope).map((one) => sequence(binding(one), code`,`));
  const client = code`${importedName(names.createClient, clientModule)}(options)`;
  return code`
    ${comment(`Makes an object with a method for each operation of ${apiPhrase(title)}. Nothing is sent.`)}
    ${declaration(scope, "function", names.factory)}${signature([optionsParameter(scope)], importedType(names.client, methodsModule))} {
      ${entries.length === 0 ? client : code`const client = ${client}`};
      return {${indent(hardline, join(hardline, entries))}
      };
    }
  `;
}

/** The member of the object that calls the function of an operation. */
function binding(scope: OperationScope): Code {
  const { operation, module, api } = scope;
  const name = propertyName(operation.name);
  const target = importedName(operation.name, module);
  if (operation.pagesName !== undefined) {
    return code`
      ${name}: Object.assign(${target}.bind(undefined, client), {
        pages: ${importedName(operation.pagesName, module)}.bind(undefined, client),
      })
    `;
  }
  if (signaturesOf(scope, inputParameter(scope)).length > 1) {
    const type = typeCode({
      kind: "member",
      object: named(importedType(api.names.client, methodsModule)),
      key: operation.name,
    });
    return code`
      // Of several signatures, \`bind\` knows the last.
      ${name}: ${target}.bind(undefined, client) as ${type}
    `;
  }
  const args = parameterList(code`client`, code`input`, code`options`);
  return code`${name}: ${group(code`(input, options) =>`, group(indent(line, target, args)))}`;
}
