import {
  type Api,
  type Document,
  type Json,
  type MediaType,
  type Operation,
  type ParameterPlace,
  schemasOf,
} from "@facsimile/document";
import { createValidator, makeValue, useOf } from "@facsimile/samples";
import type { Pair } from "@facsimile/samples/wire";
import type { Argument, Body } from "../wire/case-request.js";
import { wireForm } from "../wire/wire-form.js";
import { isDeclared } from "./declared.js";
import { judgedExamples } from "./fitting-examples.js";
import { argumentValue, bodyOf } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

/** A request that shows how an operation is called: what has to be given, and a body where it takes one. Credentials are left to who sends it. */
export interface ExampleRequest {
  readonly parameters: readonly ExampleParameter[];
  readonly body: { readonly mediaType: string; readonly value: Json } | undefined;
  /** Path and query as they are sent, without the path of the server. */
  readonly target: string;
  /** Those of parameters, not `Content-Type`. */
  readonly headers: readonly Pair[];
  readonly cookies: readonly Pair[];
}

export interface ExampleParameter {
  readonly in: ParameterPlace;
  readonly name: string;
  readonly value: Json;
}

/** An example in a body that is longer, in characters of JSON, hides the call that it is in. */
const longest = 1500;

/**
 * A valid request for each operation: the document's own examples where they fit and have nothing that is not declared, else values that are made of
 * the schemas. There is none for an operation whose required values cannot be made.
 */
export function exampleRequests(document: Document, api: Api): ReadonlyMap<Operation, ExampleRequest> {
  const context = { document: document.json, validator: createValidator(document, api) };
  const requests = new Map<Operation, ExampleRequest>();
  for (const operation of api.operations) {
    const request = exampleRequest(context, operation);
    if (request !== undefined) requests.set(operation, request);
  }
  return requests;
}

function exampleRequest(context: ValueContext, operation: Operation): ExampleRequest | undefined {
  const needed = operation.parameters.filter(({ required }) => required);
  const given = needed.flatMap((parameter): Argument[] => {
    const made = argumentValue(context, parameter);
    return made.kind === "made" ? [{ parameter, value: made.value }] : [];
  });
  const body = exampleBody(context, operation);
  const isWhole = given.length === needed.length && (body !== undefined || operation.requestBody?.required !== true);
  if (!isWhole) return undefined;
  const request = { operation, arguments: given, body, secrets: [], prefer: undefined, accept: undefined };
  const { path, query, headers, cookies } = wireForm(request, encodeURIComponent);
  const search = query.map(([name, value]) => `${name}=${value}`).join("&");
  return {
    // What is made is JSON.
    parameters: given.map(({ parameter, value }) => ({ in: parameter.in, name: parameter.name, value: value as Json })),
    body: body === undefined ? undefined : { mediaType: body.mediaType, value: body.value as Json },
    target: search === "" ? path : `${path}?${search}`,
    headers,
    cookies,
  };
}

/** In the first media type. */
function exampleBody(context: ValueContext, { requestBody }: Operation): Body | undefined {
  const [mediaType] = requestBody?.content ?? [];
  if (mediaType === undefined) return undefined;
  const example = shortExample(context, mediaType);
  if (example !== undefined) return { mediaType: mediaType.name, value: example };
  const made = bodyOf(context, mediaType, "minimal");
  if (made.kind === "none") return undefined;
  return isEmpty(made.body.value) ? { ...made.body, value: fuller(context, mediaType) ?? made.body.value } : made.body;
}

function shortExample(context: ValueContext, { pointer, schema, name }: MediaType): Json | undefined {
  const schemas = schemasOf(context.document);
  const { fitting } = judgedExamples(context, { pointer, schema, direction: "request", mediaType: name });
  return fitting.find(
    ({ value }) => JSON.stringify(value).length <= longest && isDeclared(schemas, useOf(schema), value),
  )?.value;
}

/** An object whose properties are all optional shows nothing by itself; with all of them it does, unless they are too many. */
function fuller(context: ValueContext, { schema }: MediaType): Json | undefined {
  const made = makeValue(context.document, context.validator, schema, { direction: "request", size: "maximal" });
  return made.kind === "made" && JSON.stringify(made.value).length <= longest ? made.value : undefined;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
