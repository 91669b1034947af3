import type { JsonObject, Operation } from "@facsimile/codegen";
import type { CaseRequest, WireCase } from "./case.js";
import { keys } from "./keys.js";
import { refusal } from "./refusals.js";
import { validRequest } from "./valid-request.js";

/** Requests that lack one thing that is required. A path without one of its parameters is another path, so that those are not left out. */
export function missingValues(document: JsonObject, operation: Operation): readonly WireCase[] {
  const request = validRequest(document, operation, "maximal");
  const parameters = operation.parameters.filter((parameter) => parameter.required && parameter.in !== "path");
  const withoutParameter = parameters.map((parameter) => {
    const others = request.arguments.filter((argument) => argument.parameter !== parameter);
    const what = `without ${parameter.in} ${parameter.name}`;
    return refused(document, { ...request, arguments: others }, what, keys.parameter(operation, parameter, "broken"));
  });
  const first = operation.requestBody?.required === true ? operation.requestBody.content[0] : undefined;
  if (first === undefined) return withoutParameter;
  return [
    ...withoutParameter,
    refused(document, { ...request, body: undefined }, "without body", keys.body(operation, first.name, "broken")),
  ];
}

function refused(document: JsonObject, request: CaseRequest, what: string, covers: string): WireCase {
  const { operation } = request;
  return {
    kind: "wire",
    name: `${operation.id}: ${what}`,
    covers: [covers],
    request,
    expected: refusal(document, operation, "value"),
    valid: false,
    distortion: undefined,
  };
}
