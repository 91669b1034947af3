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
  keyword,
  line,
  lines,
  named,
  paragraphs,
  sequence,
  softline,
  typeCode,
} from "../print/index.js";
import { descriptionLiteral } from "./description.js";
import { operationBlocks } from "./documentation.js";
import { HeaderTypes } from "./headers.js";
import { emitInput, inputNeed } from "./input.js";
import { pagesType, paginationLiteral } from "./pages.js";
import { emitResult } from "./result.js";
import { runtimeType, runtimeValue } from "./runtime.js";
import type { OperationScope, Scope } from "./scope.js";
import { operationScopes } from "./scope.js";

/** The body of operations.ts, and the names that it declares. */
export function emitOperations(scope: Scope): { readonly body: Code; readonly declares: readonly string[] } {
  const headers = new HeaderTypes(new Set([...scope.names.taken, ...scope.types.declarations.map(({ name }) => name)]));
  const operations = operationScopes(scope).map((own) => emitOperation(own, headers));
  const declares = [...scope.names.operations.values()].flatMap((own) => Object.values(own) as readonly string[]);
  return { body: paragraphs(...headers.declarations, ...operations), declares: [...declares, ...headers.names] };
}

function emitOperation(scope: OperationScope, headers: HeaderTypes): Code {
  return paragraphs(
    emitInput(scope),
    emitResult(scope, headers),
    emitDescription(scope),
    emitFunction(scope),
    emitPages(scope),
  );
}

function emitDescription(scope: OperationScope): Code {
  const { operation, own } = scope;
  const input = inputNeed(operation) === "none" ? keyword("undefined") : named(identifier(own.input));
  const type = typeCode(named(runtimeType("Operation"), input, named(identifier(own.result))));
  return code`${assignment(code`const ${identifier(own.description)}: ${type}`, descriptionLiteral(scope))};`;
}

/** `input: GetUserInput`, `input?: ListUsersInput`, or nothing. */
export function inputParameter(scope: OperationScope, nameOf: (name: string) => Code = identifier): Code | undefined {
  const need = inputNeed(scope.operation);
  if (need === "none") return undefined;
  return sequence(need === "required" ? code`input: ` : code`input?: `, nameOf(scope.own.input));
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
  const { own, names } = scope;
  const client = sequence(code`client: `, importedType(names.handle, "./client.js"));
  const options = sequence(code`options?: `, runtimeType("CallOptions"));
  const input = inputParameter(scope);
  const args = parameterList(
    code`client`,
    identifier(own.description),
    input === undefined ? code`undefined` : code`input`,
    code`options`,
  );
  const returned = code`Promise<${identifier(own.result)}>`;
  return lines(
    comment(...operationBlocks(scope, true)),
    code`
      export function ${identifier(own.function)}${signature([client, input, options], returned)} {
        return ${runtimeValue("send")}${args};
      }
    `,
  );
}

function emitPages(scope: OperationScope): Code | undefined {
  const { operation, own, names } = scope;
  if (operation.pagination === undefined) return undefined;
  const client = sequence(code`client: `, importedType(names.handle, "./client.js"));
  const options = sequence(code`options?: `, runtimeType("PagesOptions"));
  const pagination = paginationLiteral(operation.pagination);
  const input = inputParameter(scope);
  const args = parameterList(
    code`client`,
    identifier(own.description),
    pagination,
    input === undefined ? code`undefined` : code`input`,
    code`options`,
  );
  return lines(
    comment(...pagesBlocks(scope)),
    code`
      export function ${identifier(own.pages)}${signature([client, input, options], pagesType(scope, operation.pagination))} {
        return ${runtimeValue("paginate")}${args};
      }
    `,
  );
}

/** What hovering over the pages of an operation shows. */
export function pagesBlocks({ own }: OperationScope): readonly string[] {
  return [
    `The pages of \`${own.function}\`, one after the other.`,
    "Each is asked for when it is needed; `items()` gives what is in them. An answer that is no success is thrown as an `ApiError`.",
  ];
}
