import { isJson, type MediaType, type Operation, type Parameter, type Schema } from "@facsimile/document";
import { isForm } from "@facsimile/mock/wire";
import { type BrokenValue, makeValue } from "@facsimile/samples";
import { losesStyled, writeForm } from "../wire/body.js";
import type { CaseRequest } from "../wire/case-request.js";
import { hasJsonValue } from "./fitting-examples.js";
import { keys } from "./keys.js";
import { hasForm, hindranceOf } from "./on-the-wire.js";
import { bodyOf, plannedRequest } from "./valid-request.js";
import type { ValuePlace } from "./value-cases.js";
import type { ValueContext } from "./value-context.js";

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
    unmade: plannedRequest(context, operation, "maximal").left.get(parameter),
    put: (value) => ({ ...request, arguments: [...others, { parameter, value }] }),
    covers: {
      valid: keys.parameter(operation, parameter, "valid"),
      broken: keys.parameter(operation, parameter, "broken"),
    },
    hindrance: (broken) => hindranceOf(context, parameter, broken),
    travels: (value) => hasForm(parameter, value),
  };
}

function bodyPlace(context: ValueContext, request: CaseRequest, mediaType: MediaType): ValuePlace {
  const { operation } = request;
  const { name, pointer, schema } = mediaType;
  const complete = hasJsonValue(name) && schema !== undefined ? completeValue(context, schema) : undefined;
  const body = complete ?? bodyOf(context, mediaType, "maximal");
  return {
    name: `body ${name}`,
    schema,
    value: body.kind === "made" ? body.body.value : undefined,
    unmade: body.kind === "made" ? undefined : { reason: `No value for the body: ${body.reason}.`, pointer },
    put: (changed) => ({ ...request, body: { mediaType: name, value: changed } }),
    covers: {
      valid: keys.body(operation, name, "valid"),
      broken: keys.body(operation, name, "broken"),
    },
    hindrance: (broken) => {
      const reason = isJson(name) ? undefined : whyUnsent(operation, name, broken);
      return reason === undefined ? undefined : { reason, ofPrismAlone: false };
    },
    travels: (value) => value !== null && (isJson(name) || !hasUnsaid(value)),
  };
}

/** Why no body of another media type than JSON says a broken value. Undefined where one does. */
function whyUnsent(operation: Operation, mediaType: string, { keyword, value }: BrokenValue): string | undefined {
  if (keyword === "type") return "Outside JSON every value is text.";
  if (hasUnsaid(value)) return "A form has no way to say null, or a list with nothing in it.";
  if (losesStyled({ mediaType, value }, operation))
    return "An object or a list with nothing in it leaves no trace in its style.";
  const isNothing = isForm(mediaType) && writeForm(value) === "";
  return isNothing && operation.requestBody?.required !== true
    ? "A form with nothing in it is no body, and none is due."
    : undefined;
}

/** Whether there is something in a form that it has no way to say: null, or a list with nothing in it. */
function hasUnsaid(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((one) => one === null || (Array.isArray(one) && one.length === 0));
}

/** A body with everything that may be in it shows more than an example. */
function completeValue({ document, validator }: ValueContext, schema: Schema): ReturnType<typeof bodyOf> | undefined {
  const made = makeValue(document, validator, schema, { direction: "request", size: "maximal" });
  return made.kind === "made" ? { kind: "made", body: { mediaType: "", value: made.value } } : undefined;
}
