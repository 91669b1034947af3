import type { MediaType, Operation, Response, SecurityAlternative } from "@facsimile/document";
import { successOf } from "@facsimile/mock/things";
import { examplesAt } from "@facsimile/samples";
import type { CaseRequest } from "../wire/case-request.js";
import type { AnswerCase, Hole } from "./case.js";
import { expectedAnswer } from "./expected-answer.js";
import { keys } from "./keys.js";
import { alternativeName, alternativesOf, secretsFor } from "./secrets.js";
import { asSent, concreteStatus, whyNever } from "./statuses.js";
import { hardToEncode, plannedRequest, validRequest } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

/**
 * Each documented answer of an operation through the package, with each alternative of security; each content and each named example of an
 * answer once; and the success asked for with nothing optional, and with text that has to be encoded.
 */
export function documentedAnswers(context: ValueContext, operation: Operation): readonly (AnswerCase | Hole)[] {
  const request = validRequest(context, operation, "maximal");
  const alternatives = alternativesOf(operation);
  return [
    ...unanswered(operation, alternatives),
    ...operation.responses.flatMap((response) => [
      ...alternatives.map((alternative) =>
        statusCase(context, request, response, alternative, alternatives.length > 1),
      ),
      ...contentCases(context, request, response),
    ]),
    ...waysToAsk(context, request),
  ];
}

/** An operation need not have responses from OpenAPI 3.1 on (3.1.1, 4.8.10). */
function unanswered(operation: Operation, alternatives: readonly SecurityAlternative[]): readonly Hole[] {
  if (operation.responses.length > 0) return [];
  const security = alternatives.map((alternative) => keys.security(operation, alternativeName(alternative)));
  const covers = [keys.operation(operation), ...security];
  return [{ kind: "hole", covers, reason: "The operation documents no answer." }];
}

function statusCase(
  context: ValueContext,
  request: CaseRequest,
  response: Response,
  alternative: SecurityAlternative,
  isOneOfSeveral: boolean,
): AnswerCase | Hole {
  const { operation } = request;
  const covers = [
    keys.operation(operation),
    keys.status(operation, response.status, alternative),
    keys.security(operation, alternativeName(alternative)),
  ];
  const what = `${response.status}${isOneOfSeveral ? ` with ${alternativeName(alternative)}` : ""}`;
  return answerCase(context, { ...request, secrets: secretsFor(alternative) }, response, what, covers);
}

/** One case for each content of a response after the first, and for each named example after the first: those are what a server answers unasked. */
function contentCases(context: ValueContext, request: CaseRequest, response: Response): (AnswerCase | Hole)[] {
  const { operation } = request;
  return response.content.flatMap((mediaType, index) => {
    const accept = index === 0 ? undefined : mediaType.name;
    const covers = keys.content(operation, response.status, mediaType.name);
    return [
      answerCase(context, { ...request, accept }, response, `${response.status} as ${mediaType.name}`, [covers]),
      ...exampleCases(context, { ...request, accept }, response, mediaType),
    ];
  });
}

function exampleCases(
  context: ValueContext,
  request: CaseRequest,
  response: Response,
  mediaType: MediaType,
): (AnswerCase | Hole)[] {
  const names = examplesAt(context.document, mediaType.pointer).flatMap(({ name }) => name ?? []);
  return names.map((name) =>
    answerCase(
      context,
      request,
      response,
      `${response.status} as ${mediaType.name}, example ${name}`,
      [keys.example(request.operation, response.status, mediaType.name, name)],
      name,
    ),
  );
}

function waysToAsk(context: ValueContext, request: CaseRequest): (AnswerCase | Hole)[] {
  const { operation } = request;
  const success = successOf(operation);
  const { request: minimal, unmade } = plannedRequest(context, operation, "minimal");
  const hard = hardToEncode(context, request);
  const leftOut = [
    ...operation.parameters
      .filter(({ required }) => !required)
      .map((parameter) => keys.parameter(operation, parameter, "left out")),
    ...(operation.requestBody?.required === false ? [keys.body(operation, "any", "left out")] : []),
  ];
  if (success === undefined)
    return leftOut.length === 0
      ? []
      : [{ kind: "hole", covers: leftOut, reason: "The operation documents no success." }];
  return [
    ...(leftOut.length === 0
      ? []
      : [
          unmade === undefined
            ? answerCase(context, minimal, success, "without anything optional", leftOut)
            : ({ kind: "hole", covers: leftOut, ...unmade } as const),
        ]),
    ...(hard === undefined ? [] : [answerCase(context, hard, success, "with text that has to be encoded", [])]),
  ];
}

/** A valid call that is answered with that response. */
export function answerCase(
  context: ValueContext,
  request: CaseRequest,
  response: Response,
  what: string,
  covers: readonly string[],
  example?: string,
): AnswerCase | Hole {
  const status = concreteStatus(request.operation, response);
  if (status === undefined) return { kind: "hole", covers, reason: whyNever(response) };
  const prefer = { code: status, ...(example === undefined ? {} : { example }) };
  const name = `${request.operation.id}: ${what}`;
  return {
    kind: "answer",
    form: "method",
    name,
    covers,
    request: { ...request, prefer },
    expected: expectedAnswer(context, status, asSent(request.operation, response), {
      mediaType: request.accept,
      example,
    }),
    valid: true,
  };
}
