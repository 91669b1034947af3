import type { Operation, Parameter } from "@facsimile/document";
import type { CaseRequest } from "../wire/case-request.js";
import type { Hole, RefusalCase, WireCase } from "./case.js";
import { keys } from "./keys.js";
import { whyOverlooked } from "./on-the-wire.js";
import { holeForPrism, refusal } from "./refusals.js";
import { validRequest } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

/**
 * Requests that lack one thing that is required: the package says so before it sends anything, and the server refuses the request. A path
 * without one of its parameters is another path, so that the server is not asked about those.
 */
export function missingValues(context: ValueContext, operation: Operation): readonly (Hole | RefusalCase | WireCase)[] {
  const request = validRequest(context, operation, "maximal");
  const required = operation.parameters.filter((parameter) => parameter.required);
  const [content] = operation.requestBody?.required === true ? operation.requestBody.content : [];
  return [
    ...required.flatMap((parameter) => withoutParameter(context, request, parameter)),
    ...(content === undefined
      ? []
      : bothRefuse(context, { ...request, body: undefined }, "without body", [
          keys.body(operation, content.name, "broken"),
        ])),
  ];
}

function withoutParameter(
  context: ValueContext,
  request: CaseRequest,
  parameter: Parameter,
): (Hole | RefusalCase | WireCase)[] {
  const others = request.arguments.filter((argument) => argument.parameter !== parameter);
  const without = { ...request, arguments: others };
  const what = `without ${parameter.in} ${parameter.name}`;
  if (parameter.in === "path") return [packageRefuses(without, what, [])];
  const cases = bothRefuse(context, without, what, [keys.parameter(request.operation, parameter, "broken")]);
  const reason = whyOverlooked(parameter);
  return reason === undefined ? cases : cases.map((one) => (one.kind === "wire" ? holeForPrism(one, reason) : one));
}

function bothRefuse(
  context: ValueContext,
  request: CaseRequest,
  what: string,
  covers: readonly string[],
): (RefusalCase | WireCase)[] {
  const { operation } = request;
  const expected = refusal(context, operation, "value");
  return [
    packageRefuses(request, what, []),
    {
      kind: "wire",
      name: `${operation.id}: ${what}, server`,
      covers,
      request,
      expected,
      valid: false,
      distortion: undefined,
    },
  ];
}

function packageRefuses(request: CaseRequest, what: string, covers: readonly string[]): RefusalCase {
  return {
    kind: "refusal",
    name: `${request.operation.id}: ${what}, package`,
    covers,
    request,
    error: "InvalidRequestError",
  };
}
