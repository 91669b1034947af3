import type { Operation, Pagination } from "@facsimile/document";
import type { Argument, CaseRequest } from "../wire/case-request.js";
import type { AnswerCase, Hole, PagesCase } from "./case.js";
import { answerCase } from "./documented-answers.js";
import { expectedAnswer } from "./expected-answer.js";
import { keys } from "./keys.js";
import { concreteStatus } from "./statuses.js";
import { validRequest } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

/** The other ways to call an operation: its function, and the pages of a list through the method and through the function. */
export function formCases(context: ValueContext, operation: Operation): readonly (AnswerCase | PagesCase | Hole)[] {
  return [functionCase(context, operation), ...pagesCases(context, operation)];
}

/** The last documented answer: it comes only where the options of the call arrive too. */
function functionCase(context: ValueContext, operation: Operation): AnswerCase | Hole {
  const covers = [keys.form(operation, "function")];
  const response = operation.responses.findLast((one) => concreteStatus(operation, one) !== undefined);
  if (response === undefined) return { kind: "hole", covers, reason: "The document states no answer." };
  const request = validRequest(context, operation, "maximal");
  const made = answerCase(context, request, response, `${response.status} through the function`, covers);
  return made.kind === "hole" ? made : { ...made, form: "function" };
}

function pagesCases(context: ValueContext, operation: Operation): (PagesCase | Hole)[] {
  const { pagination, responses } = operation;
  if (pagination === undefined) return [];
  const response = responses.find(({ status, content }) => status.startsWith("2") && content.length > 0);
  const status = response && concreteStatus(operation, response);
  return (["method", "function"] as const).map((form) => {
    const covers = [keys.form(operation, `pages of the ${form}`)];
    if (status === undefined) return { kind: "hole", covers, reason: "The document states no page." };
    return {
      kind: "pages",
      form,
      name: `${operation.id}: pages through the ${form}`,
      covers,
      pagination,
      request: { ...fromSecond(validRequest(context, operation, "maximal"), pagination), prefer: { code: status } },
      expected: expectedAnswer(context, status, response),
      valid: true,
    };
  });
}

/** Asks from the second page on, where pages have numbers: how many items came before then depends on the size of a page. */
function fromSecond(request: CaseRequest, pagination: Pagination): CaseRequest {
  if (pagination.style !== "page") return request;
  const from = pagination.first + 1;
  const isPage = ({ parameter }: Argument): boolean => parameter.in === "query" && parameter.name === pagination.page;
  return { ...request, arguments: request.arguments.map((one) => (isPage(one) ? { ...one, value: from } : one)) };
}
