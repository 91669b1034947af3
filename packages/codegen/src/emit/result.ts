import { hasNoBody, type MediaType, type NamedResponse } from "@facsimile/document";
import type { Code, Type } from "../print/index.js";
import { assignedType, code, comment, keyword, named, union } from "../print/index.js";
import { responseBodyType, statusKey } from "./body-type.js";
import { declaration } from "./declaration.js";
import { headersType } from "./headers.js";
import { runtimeType } from "./runtime.js";
import type { OperationScope } from "./scope.js";

/** The declaration of what an operation answers: one member for each status and media type, and what the document does not state. */
export function emitResult(scope: OperationScope): Code {
  const members = scope.operation.responses.flatMap((response) => responseTypes(scope, response));
  const type = union([...members, ...undocumentedTypes(scope)]);
  const { name, resultName } = scope.operation;
  return code`
    ${comment(`What \`${name}\` answers.`)}
    ${declaration(scope, "type", resultName)} =${assignedType(type)};
  `;
}

function responseTypes(scope: OperationScope, response: NamedResponse): readonly Type[] {
  return outcomes(scope, response.status).flatMap((outcome) =>
    bodyTypes(scope, response, outcome === "Success").map(({ type, contentType }) => {
      const status: Type = { kind: "literal", value: statusKey(response.status) };
      const args = [status, type, headersType(response), contentType];
      return named(runtimeType(outcome), ...withDefaults(args));
    }),
  );
}

/** A success is one though the document states none; what is in it, nobody knows. */
function undocumentedTypes({ operation }: OperationScope): readonly Type[] {
  const success = named(runtimeType("Success"), { kind: "literal", value: "undocumented" }, keyword("unknown"));
  const statesSuccess = operation.responses.some(({ status }) => isSuccess(status) || status === "default");
  return [...(statesSuccess ? [] : [success]), named(runtimeType("Undocumented"))];
}

/** `Success` or `Failure`; a `default` may be both where the document states no other success. */
function outcomes({ operation }: OperationScope, status: string): readonly ("Success" | "Failure")[] {
  if (isSuccess(status)) return ["Success"];
  if (status !== "default") return ["Failure"];
  return operation.responses.some((response) => isSuccess(response.status)) ? ["Failure"] : ["Success", "Failure"];
}

/** What a success of an operation holds, in one of its statuses and media types. */
export interface SuccessContent {
  /** Undefined where it states no body. */
  readonly mediaType: MediaType | undefined;
  readonly type: Type;
}

export function successContents(scope: OperationScope): readonly SuccessContent[] {
  const successes = scope.operation.responses.filter(({ status }) => outcomes(scope, status).includes("Success"));
  return successes.flatMap((response) =>
    bodyTypes(scope, response, true).map(({ type, mediaType }) => ({ mediaType, type: type ?? keyword("undefined") })),
  );
}

function isSuccess(status: string): boolean {
  return /^2(?:\d\d|XX)$/i.test(status);
}

interface BodyType {
  readonly mediaType: MediaType | undefined;
  readonly type: Type | undefined;
  /** Only where there are several, to tell them apart. */
  readonly contentType: Type | undefined;
}

function bodyTypes(scope: OperationScope, response: NamedResponse, isSuccess: boolean): readonly BodyType[] {
  const { content, status } = response;
  if (content.length === 0 || hasNoBody(scope.operation.method, status))
    return [{ mediaType: undefined, type: undefined, contentType: undefined }];
  return content.map((mediaType) => ({
    mediaType,
    type: responseBodyType(scope, mediaType, isSuccess),
    contentType: content.length === 1 ? undefined : { kind: "literal", value: mediaType.name },
  }));
}

/** Type arguments, without those at the end that are the default, and with those before an other one filled in. */
function withDefaults(args: readonly (Type | undefined)[]): readonly Type[] {
  const defaults = [keyword("never"), keyword("undefined"), named(runtimeType("NoHeaders")), keyword("string")];
  const length = args.findLastIndex((argument) => argument !== undefined) + 1;
  return args.slice(0, length).map((argument, index) => argument ?? defaults[index] ?? keyword("never"));
}
