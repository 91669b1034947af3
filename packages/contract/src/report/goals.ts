import { isJson, type Operation } from "@facsimile/document";

import { constraintsOf, examplesAt, useOf } from "@facsimile/samples";
import { keys } from "../cases/keys.js";
import { placesOf } from "../cases/places.js";
import { alternativeName, alternativesOf, isOpen } from "../cases/secrets.js";
import { validRequest } from "../cases/valid-request.js";
import type { ValueContext } from "../cases/value-context.js";

/** Everything that the document gives to cover for an operation. It is listed from the document, so that a case that is missing shows. */
export function goalsOf(context: ValueContext, operation: Operation): readonly string[] {
  return [
    keys.operation(operation),
    ...formGoals(operation),
    ...statusGoals(operation),
    ...securityGoals(operation),
    ...requestGoals(operation),
    ...contentGoals(context, operation),
    ...refusalGoals(operation),
    ...callGoals(operation),
    ...constraintGoals(context, operation),
  ];
}

function formGoals(operation: Operation): string[] {
  const pages = ["pages of the method", "pages of the function"] as const;
  return [
    keys.form(operation, "function"),
    ...(operation.pagination === undefined ? [] : pages.map((what) => keys.form(operation, what))),
  ];
}

function statusGoals(operation: Operation): string[] {
  return operation.responses.flatMap(({ status }) =>
    alternativesOf(operation).map((alternative) => keys.status(operation, status, alternative)),
  );
}

function securityGoals(operation: Operation): string[] {
  const alternatives = alternativesOf(operation);
  const allowed = alternatives.map((alternative) => keys.security(operation, alternativeName(alternative)));
  if (isOpen(operation)) return allowed;
  const refused = alternatives.flatMap((alternative) => {
    const name = alternativeName(alternative);
    return alternative.flatMap(({ scheme }) => [
      ...(alternative.length > 1 ? [`${name} without ${scheme.name}`] : []),
      `${name} with a malformed ${scheme.name}`,
    ]);
  });
  return [...allowed, ...["without any credential", ...refused].map((what) => keys.security(operation, what))];
}

function requestGoals(operation: Operation): string[] {
  const { parameters, requestBody } = operation;
  return [
    ...parameters.flatMap((parameter) => [
      keys.parameter(operation, parameter, "valid"),
      keys.parameter(operation, parameter, "broken"),
      ...(parameter.required ? [] : [keys.parameter(operation, parameter, "left out")]),
    ]),
    ...(requestBody?.content ?? []).flatMap(({ name }) => [
      keys.body(operation, name, "valid"),
      keys.body(operation, name, "broken"),
    ]),
    ...(requestBody?.required === false ? [keys.body(operation, "any", "left out")] : []),
  ];
}

function contentGoals({ document }: ValueContext, operation: Operation): string[] {
  return operation.responses.flatMap(({ status, content }) =>
    content.flatMap(({ name, pointer }) => [
      keys.content(operation, status, name),
      ...examplesAt(document, pointer).flatMap((example) =>
        example.name === undefined ? [] : [keys.example(operation, status, name, example.name)],
      ),
    ]),
  );
}

function refusalGoals(operation: Operation): string[] {
  const { requestBody } = operation;
  const takesJson = requestBody?.content.some(({ name }) => isJson(name)) === true;
  const body =
    requestBody === undefined ? ["unwanted body"] : ["wrong content type", ...(takesJson ? ["malformed JSON"] : [])];
  return ["unknown path", "wrong method", ...body, "not acceptable"].map((what) => keys.refusal(operation, what));
}

function callGoals(operation: Operation): string[] {
  const whats = ["aborted", "no server"] as const;
  return whats.flatMap((what) => (["method", "function"] as const).map((form) => keys.call(operation, what, form)));
}

function constraintGoals(context: ValueContext, operation: Operation): string[] {
  const request = validRequest(context, operation, "maximal");
  return placesOf(context, request).flatMap(({ name, schema, value }) =>
    constraintsOf(context.document, useOf(schema), value).map((constraint) =>
      keys.constraint(operation, name, constraint),
    ),
  );
}
