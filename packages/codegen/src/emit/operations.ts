import type { Operation, OperationGroup } from "@facsimile/document";
import type { Code } from "../print/index.js";
import {
  assignment,
  choice,
  code,
  comment,
  group,
  identifier,
  importedType,
  indent,
  join,
  line,
  lines,
  named,
  paragraphs,
  sequence,
  softline,
  typeCode,
} from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import { descriptionLiteral } from "./description.js";
import { operationBlocks } from "./documentation.js";
import { emitInput, inputNeed } from "./input.js";
import { clientModule } from "./module-paths.js";
import { pagesType } from "./pages.js";
import { emitResult } from "./result.js";
import { handedOnName, runtimeType, runtimeValue, streamsType, streamsValue } from "./runtime.js";
import type { OperationScope, Scope } from "./scope.js";
import { groupScopes } from "./scope.js";
import { type Signature, signaturesOf } from "./stream-signatures.js";
import { hasStream } from "./streams.js";

/** operations/<group>.ts. */
export function emitOperations(scope: Scope, group: OperationGroup): ModuleSource {
  const { own } = group;
  const types = own.flatMap(({ inputName, resultName }) => [inputName, resultName]);
  const values = own.flatMap(({ name, pagesName }) => [name, pagesName]);
  return {
    body: paragraphs(...groupScopes(scope, group).map(emitOperation)),
    types: types.filter((name) => name !== undefined),
    values: values.filter((name) => name !== undefined),
    constants: own.map((operation) => scope.names.descriptions.get(operation) ?? ""),
  };
}

function emitOperation(scope: OperationScope): Code {
  return paragraphs(emitInput(scope), emitResult(scope), emitDescription(scope), emitFunction(scope), emitPages(scope));
}

function emitDescription(scope: OperationScope): Code {
  const { resultName, pagination } = scope.operation;
  const result = named(importedType(resultName, scope.module));
  const name = pagination === undefined ? "Operation" : "PagedOperation";
  const type = typeCode(named(runtimeType(name), named(inputType(scope)), result));
  return code`${assignment(code`const ${descriptionName(scope)}: ${type}`, descriptionLiteral(scope))};`;
}

function descriptionName({ names, operation }: OperationScope): Code {
  return identifier(names.descriptions.get(operation) ?? "");
}

/** `input: GetUserInput`, `input?: ListUsersInput`, `input?: NoInput`: what an operation takes may grow, and options stay where they are. */
export function inputParameter(scope: OperationScope): Code {
  const start = inputNeed(scope.operation) === "required" ? code`input: ` : code`input?: `;
  return sequence(start, inputType(scope));
}

/** What a call of it may be told. */
export function optionsType(operation: Operation): Code {
  return hasStream(operation) ? streamsType("StreamOptions") : runtimeType("CallOptions");
}

function inputType({ operation, module }: OperationScope): Code {
  const { inputName } = operation;
  return inputName === undefined ? runtimeType("NoInput") : importedType(inputName, module);
}

/** Parameters, or arguments, in parentheses: on one line where that fits. */
export function parameterList(...parameters: readonly (Code | undefined)[]): Code {
  return group(listInParentheses(parameters));
}

/** Parameters and what is returned: the parameters go to lines of their own where the whole does not fit on one. */
export function signature(parameters: readonly (Code | undefined)[], returned: Code): Code {
  return group(listInParentheses(parameters), code`: `, returned);
}

function listInParentheses(items: readonly (Code | undefined)[]): Code {
  const given = items.filter((item) => item !== undefined);
  return sequence(code`(`, indent(softline, join(sequence(code`,`, line), given)), choice(code`,`), softline, code`)`);
}

function emitFunction(scope: OperationScope): Code {
  const { operation, api } = scope;
  const client = sequence(code`client: `, importedType(api.names.handle, clientModule));
  const options = sequence(code`options?: `, optionsType(operation));
  const args = parameterList(code`client`, descriptionName(scope), code`input`, code`options`);
  const signatures = signaturesOf(scope, inputParameter(scope));
  const either: Signature = {
    note: undefined,
    input: inputParameter(scope),
    result: importedType(operation.resultName, scope.module),
  };
  const head = ({ input, result }: Signature): Code =>
    code`${declaration(scope, "function", operation.name)}${signature([client, input, options], code`Promise<${result}>`)}`;
  const called = hasStream(operation) ? streamsValue("openStream") : runtimeValue("send");
  const documented = signatures.map((one) =>
    lines(comment(...operationBlocks(scope, one.note)), signatures.length > 1 ? code`${head(one)};` : undefined),
  );
  const implementation = code`
    ${head(either)} {
      return ${called}${args};
    }
  `;
  return lines(...documented, implementation);
}

function emitPages(scope: OperationScope): Code | undefined {
  const { operation, api } = scope;
  if (operation.pagination === undefined || operation.pagesName === undefined) return undefined;
  const client = sequence(code`client: `, importedType(api.names.handle, clientModule));
  const options = sequence(code`options?: `, runtimeType("PagesOptions"));
  const input = inputParameter(scope);
  const args = parameterList(code`client`, descriptionName(scope), code`input`, code`options`);
  return lines(
    comment(...pagesBlocks(scope)),
    code`
      ${declaration(scope, "function", operation.pagesName)}${signature([client, input, options], pagesType(scope, operation.pagination))} {
        return ${runtimeValue("paginate")}${args};
      }
    `,
  );
}

/** What hovering over the pages of an operation shows. */
export function pagesBlocks({ operation, api }: OperationScope): readonly string[] {
  return [
    `The pages of \`${operation.name}\`, one after the other.`,
    `Each is asked for when it is needed; \`items()\` gives what is in them. An answer that is no success is thrown as an \`${handedOnName(api, "ApiError")}\`.`,
  ];
}
