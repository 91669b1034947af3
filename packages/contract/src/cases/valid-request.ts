import type { JsonObject, MediaType, Operation, Parameter } from "@facsimile/document";
import { examplesAt, flatten, sampleValue, useOf } from "@facsimile/samples";
import type { Argument, Body, CaseRequest } from "../wire/case-request.js";
import { secretsFor } from "./secrets.js";

export type Extent = "minimal" | "maximal";

/**
 * A request that the document allows, with the document's own examples where it has some: with everything that may be given, or with what
 * has to be given and nothing else. It carries the credentials of the first alternative.
 */
export function validRequest(document: JsonObject, operation: Operation, extent: Extent): CaseRequest {
  const parameters = operation.parameters.filter(({ required }) => required || extent === "maximal");
  return {
    operation,
    arguments: parameters.map((parameter) => ({ parameter, value: argumentValue(document, parameter) })),
    body: validBody(document, operation, extent),
    secrets: secretsFor(operation.security[0] ?? []),
    prefer: undefined,
    accept: undefined,
  };
}

/** The same request with a text in each free text parameter that only arrives when it is encoded once. Undefined where there is none. */
export function hardToEncode(document: JsonObject, request: CaseRequest): CaseRequest | undefined {
  const free = request.arguments.filter((argument) => isFreeText(document, argument));
  const changed = request.arguments.map((argument) =>
    free.includes(argument) ? { ...argument, value: hardText(argument.parameter) } : argument,
  );
  return free.length === 0 ? undefined : { ...request, arguments: changed };
}

/** Reserved characters (RFC 3986, 2.2), a percent sign that begins an escape, a space and a letter outside ASCII. Headers carry ASCII. */
function hardText({ in: place }: Parameter): string {
  return place === "header" ? "a b;c=d%20e" : "a b/c?d&e=f%20g#hü+,;";
}

function isFreeText(document: JsonObject, { parameter, value }: Argument): boolean {
  if (typeof value !== "string" || parameter.mediaType !== undefined) return false;
  const view = flatten(document, useOf(parameter.schema));
  const restrictions = [view.enum, view.const, view.format, view.patterns[0], view.maxLength];
  return restrictions.every((restriction) => restriction === undefined);
}

function argumentValue(document: JsonObject, parameter: Parameter): unknown {
  const [example] = examplesAt(document, parameter.pointer);
  return example === undefined
    ? sampleValue(document, useOf(parameter.schema), { direction: "request", size: "maximal" })
    : example.value;
}

function validBody(document: JsonObject, { requestBody }: Operation, extent: Extent): Body | undefined {
  const mediaType = requestBody?.content[0];
  if (requestBody === undefined || mediaType === undefined) return undefined;
  if (extent === "minimal" && !requestBody.required) return undefined;
  return bodyOf(document, mediaType, extent);
}

/** A body of a media type: the document's first example, or what is required and nothing else. */
export function bodyOf(document: JsonObject, mediaType: MediaType, extent: Extent): Body {
  const [example] = extent === "maximal" ? examplesAt(document, mediaType.pointer) : [];
  const sampled = (): unknown => sampleValue(document, useOf(mediaType.schema), { direction: "request", size: extent });
  return { mediaType: mediaType.name, value: example === undefined ? sampled() : example.value };
}
