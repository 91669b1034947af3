import type { MediaType, Parameter } from "@facsimile/document";
import { isJson } from "@facsimile/mock/wire";
import { sampleValue, useOf } from "@facsimile/samples";
import type { CaseRequest } from "../wire/case-request.js";
import { keys } from "./keys.js";
import { hasForm, hindranceOf } from "./on-the-wire.js";
import { bodyOf } from "./valid-request.js";
import type { ValueContext, ValuePlace } from "./value-cases.js";

/** The places of a request that have values: each parameter, and the body in each of its media types. */
export function placesOf(context: ValueContext, request: CaseRequest): readonly ValuePlace[] {
  const { operation } = request;
  return [
    ...operation.parameters.map((parameter) => parameterPlace(context, request, parameter)),
    ...(operation.requestBody?.content ?? []).map((mediaType) => bodyPlace(context, request, mediaType)),
  ];
}

function parameterPlace(context: ValueContext, request: CaseRequest, parameter: Parameter): ValuePlace {
  const { operation } = request;
  const others = request.arguments.filter((argument) => argument.parameter !== parameter);
  return {
    name: `${parameter.in} ${parameter.name}`,
    schema: parameter.schema,
    value: request.arguments.find((argument) => argument.parameter === parameter)?.value,
    put: (value) => ({ ...request, arguments: [...others, { parameter, value }] }),
    covers: {
      valid: keys.parameter(operation, parameter, "valid"),
      broken: keys.parameter(operation, parameter, "broken"),
    },
    hindrance: (broken) => hindranceOf(context, parameter, broken),
    travels: (value) => hasForm(parameter, value),
  };
}

function bodyPlace({ document, validator }: ValueContext, request: CaseRequest, mediaType: MediaType): ValuePlace {
  const { operation } = request;
  const { schema } = mediaType;
  const complete = sampleValue(document, useOf(schema), { direction: "request", size: "maximal" });
  const isComplete = schema !== undefined && validator.check(schema.pointer, "request", complete).length === 0;
  const value = isComplete ? complete : bodyOf(document, mediaType, "maximal").value;
  return {
    name: `body ${mediaType.name}`,
    schema,
    value,
    put: (changed) => ({ ...request, body: { mediaType: mediaType.name, value: changed } }),
    covers: {
      valid: keys.body(operation, mediaType.name, "valid"),
      broken: keys.body(operation, mediaType.name, "broken"),
    },
    hindrance: ({ keyword }) =>
      keyword === "type" && !isJson(mediaType.name)
        ? { reason: "Outside JSON every value is text.", ofPrismAlone: false }
        : undefined,
    travels: () => true,
  };
}
