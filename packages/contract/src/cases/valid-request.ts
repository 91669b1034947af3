import type { JsonObject, MediaType, Operation, Parameter } from "@facsimile/document";
import { flatten, type MadeValue, makeValue, useOf } from "@facsimile/samples";
import type { Argument, Body, CaseRequest } from "../wire/case-request.js";
import type { Untold } from "./case.js";
import { hasJsonValue, valueFor } from "./fitting-examples.js";
import { hasForm } from "./on-the-wire.js";
import { secretsFor } from "./secrets.js";
import type { ValueContext } from "./value-context.js";

export type Extent = "minimal" | "maximal";

/**
 * A request that the document allows, with the document's own examples where some fit: with everything that may be given, or with what
 * has to be given and nothing else. It carries the credentials of the first alternative.
 */
export function validRequest(context: ValueContext, operation: Operation, extent: Extent): CaseRequest {
  return plannedRequest(context, operation, extent).request;
}

/** A valid request, and what is not in it because no value for it could be made. */
export interface PlannedRequest {
  readonly request: CaseRequest;
  /** By the optional part, why it was left out. */
  readonly left: ReadonlyMap<Parameter | "body", Untold>;
  /** Why there is no valid request at all: something that is required could not be made. */
  readonly unmade: Untold | undefined;
}

export function plannedRequest(context: ValueContext, operation: Operation, extent: Extent): PlannedRequest {
  const known = planned.get(operation) ?? new Map<string, PlannedRequest>();
  planned.set(operation, known);
  const found = known.get(extent) ?? plan(context, operation, extent);
  known.set(extent, found);
  return found;
}

/** A model belongs to one document. */
const planned = new WeakMap<Operation, Map<string, PlannedRequest>>();

function plan(context: ValueContext, operation: Operation, extent: Extent): PlannedRequest {
  const parameters = operation.parameters.filter(({ required }) => required || extent === "maximal");
  const left = new Map<Parameter | "body", Untold>();
  const needed: Untold[] = [];
  const given = parameters.flatMap((parameter): Argument[] => {
    const made = argumentValue(context, parameter);
    if (made.kind === "made") return [{ parameter, value: made.value }];
    const untold = {
      reason: `No value for ${parameter.in} ${parameter.name}: ${made.reason}.`,
      pointer: parameter.pointer,
    };
    if (parameter.required) needed.push(untold);
    else left.set(parameter, untold);
    return [];
  });
  const body = validBody(context, operation, extent);
  if (body?.kind === "none" && operation.requestBody !== undefined) {
    const untold = { reason: `No value for the body: ${body.reason}.`, pointer: operation.requestBody.pointer };
    if (operation.requestBody.required) needed.push(untold);
    else left.set("body", untold);
  }
  const request: CaseRequest = {
    operation,
    arguments: given,
    body: body?.kind === "made" ? body.body : undefined,
    secrets: secretsFor(operation.security[0] ?? []),
    prefer: undefined,
    accept: undefined,
  };
  return { request, left, unmade: needed[0] };
}

/** The same request with a text in each free text parameter that only arrives when it is encoded once. Undefined where there is none. */
export function hardToEncode({ document }: ValueContext, request: CaseRequest): CaseRequest | undefined {
  const free = request.arguments.filter((argument) => isFreeText(document, argument));
  const changed = request.arguments.map((argument) =>
    free.includes(argument) ? { ...argument, value: hardText(argument.parameter) } : argument,
  );
  return free.length === 0 ? undefined : { ...request, arguments: changed };
}

/**
 * Reserved characters (RFC 3986, 2.2), a percent sign that begins an escape, a space and a letter outside ASCII. Headers carry ASCII; where
 * `allowReserved` is said an escape is one, and arrives as what it stands for (OpenAPI 3.1.1, 4.8.12.2.2).
 */
function hardText({ in: place, allowReserved }: Parameter): string {
  if (place === "header") return "a b;c=d%20e";
  return allowReserved ? "a b/c?d&e=f#hü+,;" : "a b/c?d&e=f%20g#hü+,;";
}

function isFreeText(document: JsonObject, { parameter, value }: Argument): boolean {
  if (typeof value !== "string" || parameter.mediaType !== undefined) return false;
  const view = flatten(document, useOf(parameter.schema));
  const restrictions = [view.enum, view.const, view.format, view.patterns[0], view.maxLength];
  return restrictions.every((restriction) => restriction === undefined);
}

/** A value for a parameter: the first example that fits, else one that is made. */
export function argumentValue(context: ValueContext, parameter: Parameter): MadeValue {
  const { pointer, schema } = parameter;
  const travels = (value: unknown): boolean => hasForm(parameter, value);
  const made = valueFor(context, { pointer, schema, direction: "request" }, "maximal", travels);
  if (made.kind === "none" || travels(made.value)) return made;
  return { kind: "none", reason: "on the wire it has no form that tells it from others and from none" };
}

type MadeBody = { readonly kind: "made"; readonly body: Body } | { readonly kind: "none"; readonly reason: string };

function validBody(context: ValueContext, { requestBody }: Operation, extent: Extent): MadeBody | undefined {
  const mediaType = requestBody?.content[0];
  if (requestBody === undefined || mediaType === undefined) return undefined;
  if (extent === "minimal" && !requestBody.required) return undefined;
  return bodyOf(context, mediaType, extent);
}

/** A body of a media type: the document's first example that fits, or what is required and nothing else. */
export function bodyOf(context: ValueContext, mediaType: MediaType, extent: Extent): MadeBody {
  const { name, pointer, schema } = mediaType;
  const made = valueFor(
    context,
    { pointer, schema, direction: "request", mediaType: name },
    extent === "maximal" ? "maximal" : "minimal",
  );
  const smaller =
    made.kind === "made"
      ? made
      : makeValue(context.document, context.validator, schema, { direction: "request", size: "minimal" });
  if (smaller.kind === "none") return smaller;
  if (!hasJsonValue(name) && typeof smaller.value !== "string" && smaller.value !== null)
    return { kind: "none", reason: `nothing but text is made for ${name}` };
  return { kind: "made", body: { mediaType: name, value: smaller.value } };
}
