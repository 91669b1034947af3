import type { JsonObject, MediaType, Parameter } from "@facsimile/codegen";
import type { BrokenValue } from "../values/broken.js";
import { flatten } from "../values/flatten.js";
import { sampleValue, typeOf } from "../values/sample.js";
import { isJson } from "../wire/media-type.js";
import type { CaseRequest } from "./case.js";
import { keys } from "./keys.js";
import { bodyOf } from "./valid-request.js";
import type { ValueContext, ValuePlace } from "./value-cases.js";

/** The places of a request that have values: each parameter, and the body in each of its media types. */
export function placesOf(context: ValueContext, request: CaseRequest): readonly ValuePlace[] {
  const { operation } = request;
  return [
    ...operation.parameters.map((parameter) => parameterPlace(context.document, request, parameter)),
    ...(operation.requestBody?.content ?? []).map((mediaType) => bodyPlace(context, request, mediaType)),
  ];
}

function parameterPlace(document: JsonObject, request: CaseRequest, parameter: Parameter): ValuePlace {
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
    indistinct: (broken) =>
      parameter.mediaType === undefined ? indistinctText(document, parameter, broken) : undefined,
  };
}

/** Parameters travel as text: what is text on the wire cannot be of a wrong type, and what is empty is not there. */
function indistinctText(
  document: JsonObject,
  parameter: Parameter,
  { path, keyword, value }: BrokenValue,
): string | undefined {
  const broken = path.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], value);
  const allowsText = typeOf(flatten(document, parameter.schema.json)) === "string";
  if (keyword === "type" && (allowsText || path.length > 0)) return "On the wire every value is text.";
  if (broken === "" && parameter.in === "path") return "A path has no place for an empty value.";
  if (Array.isArray(broken) && broken.length === 0) return "An empty list is not sent.";
  return undefined;
}

function bodyPlace({ document, validator }: ValueContext, request: CaseRequest, mediaType: MediaType): ValuePlace {
  const { operation } = request;
  const { schema } = mediaType;
  const complete = sampleValue(document, schema?.json ?? {}, { direction: "request", size: "maximal" });
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
    indistinct: ({ keyword }) =>
      keyword === "type" && !isJson(mediaType.name) ? "Outside JSON every value is text." : undefined,
  };
}
