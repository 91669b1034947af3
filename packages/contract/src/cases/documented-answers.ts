import type { JsonObject, Operation, Response } from "@facsimile/codegen";
import { examplesAt } from "../document/examples.js";
import type { AnswerCase, CaseRequest } from "./case.js";
import { alternativeName, secretsFor } from "./secrets.js";
import { concreteStatus, successOf } from "./statuses.js";
import { hardToEncode, validRequest } from "./valid-request.js";

/** Each documented answer of an operation, asked for through the package; the success in each way that the document allows to ask for it. */
export function documentedAnswers(document: JsonObject, operation: Operation): readonly AnswerCase[] {
  const request = validRequest(document, operation, "maximal");
  const success = successOf(operation);
  const answers = operation.responses.flatMap((response) => answersOf(document, request, response));
  return success === undefined ? answers : [...answers, ...waysToAsk(document, request, success)];
}

/** One case for each named example of a response; one in all, where it has at most one. */
function answersOf(document: JsonObject, request: CaseRequest, response: Response): AnswerCase[] {
  const examples = response.content.slice(0, 1).flatMap(({ pointer }) => examplesAt(document, pointer));
  const names = examples.flatMap(({ name }) => name ?? []);
  if (names.length < 2) return answerCase(request, response, response.status);
  return names.flatMap((name) => answerCase(request, response, `${response.status}, example ${name}`, name));
}

function waysToAsk(document: JsonObject, request: CaseRequest, success: Response): AnswerCase[] {
  const { operation } = request;
  const minimal = validRequest(document, operation, "minimal");
  const hard = hardToEncode(request);
  const others = operation.security.slice(1);
  return [
    ...(hasMore(request, minimal) ? answerCase(minimal, success, "without anything optional") : []),
    ...(hard === undefined ? [] : answerCase(hard, success, "with text that has to be encoded")),
    ...others.flatMap((alternative) =>
      answerCase({ ...request, secrets: secretsFor(alternative) }, success, `with ${alternativeName(alternative)}`),
    ),
  ];
}

function hasMore(request: CaseRequest, minimal: CaseRequest): boolean {
  const shape = ({ arguments: given, body }: CaseRequest): string => JSON.stringify([given.length, body]);
  return shape(request) !== shape(minimal);
}

function answerCase(request: CaseRequest, response: Response, what: string, example?: string): AnswerCase[] {
  const status = concreteStatus(request.operation, response);
  if (status === undefined) return [];
  const prefer = { code: status, ...(example === undefined ? {} : { example }) };
  const name = `${request.operation.id}: ${what}`;
  return [{ kind: "answer", name, request: { ...request, prefer }, expected: { status, response } }];
}
