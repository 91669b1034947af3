import {
  type Api,
  type Header,
  isJson,
  isObject,
  type Json,
  type JsonObject,
  type MediaType,
  mapSubschemas,
  modernSchema,
  type Operation,
  resolveValue,
  type SecurityAlternative,
  type Stream,
  splitPointer,
  takesCredential,
} from "@facsimile/document";

import { schemaPointers, streamSamples } from "@facsimile/samples";
import { bareCopy, type Draft, nodeAt } from "./document-copy.js";
import { placeOf } from "./expected-answer.js";
import { hasJsonValue, judgedExamples, valueFor } from "./fitting-examples.js";
import { dropUnreached, reachedByAnswers } from "./unreached.js";
import type { ValueContext } from "./value-context.js";

/** What the answers of a document may refer to, all operations together, before the mock server is not asked to look at them. */
const mostReached = 200;

/**
 * The document that a mock server follows while a package is held against it. It is the document, but that
 *
 * - each answer has examples that fit its schema: those of the document that do, else a made one;
 * - schemas are in the words of JSON Schema 2020-12, of which Prism understands more than of those of OpenAPI 3.0, and list each value once;
 * - operations that are not tried are left out;
 * - credentials that are the caller's own to give are not asked for;
 * - headers that OpenAPI says are to be ignored are left out, bodies of methods that have none, and extensions, in which Prism would follow references;
 * - the text of an answer that is no JSON is not held against its schema: it says the value in a way of its own, and Prism would take the text for it;
 * - where answers reach many schemas, Prism does not look at answers: it would need minutes and gigabytes for what our own validator does anyway.
 */
export function mockDocument(
  context: ValueContext,
  api: Api,
  operations: readonly Operation[] = api.operations,
): JsonObject {
  const copy = bareCopy(context.document);
  modernize(copy, api);
  for (const operation of operations) {
    allowOwnCredentials(copy, operation);
    if (operation.requestBody === undefined) nodeAt(copy, operation.pointer, (node) => delete node.requestBody);
    dropIgnoredHeaders(copy, operation);
  }
  const responses = operations.flatMap((operation) => operation.responses);
  for (const { content, headers } of responses) {
    for (const mediaType of content) stateExamples(context, copy, mediaType);
    for (const header of headers) stateHeader(context, copy, header);
  }
  const left = api.operations.filter((operation) => !operations.includes(operation));
  for (const { pointer, method } of left)
    nodeAt(copy, pointer.slice(0, pointer.lastIndexOf("/")), (node) => delete node[method]);
  if (left.length > 0) dropUnreached(copy);
  if (reachedByAnswers(context.document, operations) > mostReached) {
    for (const { content } of responses)
      for (const { pointer } of content) nodeAt(copy, pointer, (node) => delete node.schema);
    dropUnreached(copy);
  }
  return copy;
}

function modernize(copy: Draft, api: Api): void {
  const dialect = /^3\.0(?=\.|$)/.test(String(copy.openapi)) ? "3.0" : "3.1";
  if (dialect === "3.0") copy.openapi = "3.1.0";
  for (const { pointer } of schemaPointers(api)) {
    const key = splitPointer(pointer).at(-1) ?? "";
    nodeAt(copy, pointer.slice(0, pointer.lastIndexOf("/")), (parent) => {
      // What is modern is JSON as before.
      if (key in parent) parent[key] = tidy(modernSchema(parent[key], dialect)) as Json;
    });
  }
}

/** What is the caller's own to give, such as a certificate, no request shows. */
function allowOwnCredentials(copy: Draft, { pointer, security }: Operation): void {
  const isOwn = ({ scheme }: SecurityAlternative[number]): boolean => !takesCredential(scheme);
  if (!security.some((alternative) => alternative.some(isOwn))) return;
  const alternatives = security.map((alternative) =>
    alternative.filter((one) => !isOwn(one)).map(({ scheme, scopes }) => [scheme.name, [...scopes]]),
  );
  nodeAt(copy, pointer, (node) => {
    node.security = alternatives.map((alternative) => Object.fromEntries(alternative));
  });
}

/** Without what says nothing and stops Prism's validator: values that are listed twice, and a list of none. */
function tidy(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const { enum: listed, required, ...rest } = mapSubschemas(schema, tidy);
  return {
    ...rest,
    ...(Array.isArray(required) && { required: [...new Set(required)] }),
    ...(Array.isArray(listed) && (listed.length === 0 ? { not: {} } : { enum: distinct(listed) })),
  };
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function stateExamples(context: ValueContext, copy: Draft, mediaType: MediaType): void {
  if (mediaType.stream !== undefined) {
    stateStream(context, copy, mediaType, mediaType.stream);
    return;
  }
  const { fitting } = judgedExamples(context, placeOf(mediaType));
  const named = fitting.filter(({ name }) => name !== undefined);
  const value = named.length > 0 ? undefined : (fitting[0]?.value ?? madeText(context, mediaType));
  if (named.length === 0 && value === undefined) return;
  nodeAt(copy, mediaType.pointer, (node) => {
    delete node.example;
    delete node.examples;
    if (!hasJsonValue(mediaType.name)) delete node.schema;
    if (value !== undefined) node.example = value;
    else node.examples = Object.fromEntries(named.map((example) => [example.name, { value: example.value }]));
  });
}

/** A stream as the text that travels: its schema is of an item, and nothing is left that says so. */
function stateStream({ document, validator }: ValueContext, copy: Draft, mediaType: MediaType, stream: Stream): void {
  const samples = streamSamples(document, validator, mediaType, stream);
  nodeAt(copy, mediaType.pointer, (node) => {
    for (const member of ["schema", "itemSchema", "example", "examples"]) delete node[member];
    const named = samples.flatMap(({ name, text: value }) => (name === undefined ? [] : [[name, { value }] as const]));
    if (named.length > 0) node.examples = Object.fromEntries(named);
    else node.example = samples[0]?.text ?? "";
  });
}

function madeText(context: ValueContext, mediaType: MediaType): Json | undefined {
  const made = valueFor(context, placeOf(mediaType), "maximal");
  if (hasJsonValue(mediaType.name))
    return made.kind === "made" && (isJson(mediaType.name) || mediaType.schema !== undefined) ? made.value : undefined;
  return "text";
}

function stateHeader(context: ValueContext, copy: Draft, { schema, mediaType }: Header): void {
  if (mediaType !== undefined) return;
  // The schema of a header stands directly in it.
  const pointer = schema.pointer.replace(/\/schema$/, "");
  const made = valueFor(context, { pointer, schema, direction: "response" }, "maximal");
  if (made.kind === "none") return;
  nodeAt(copy, pointer, (node) => {
    delete node.examples;
    node.example = made.value;
  });
}

/** Definitions of these headers are to be ignored (OpenAPI 3.1.1, 4.8.12.2.1), and Prism does not. */
const ignored: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

function dropIgnoredHeaders(copy: Draft, { pointer }: Operation): void {
  for (const place of [pointer, pointer.slice(0, pointer.lastIndexOf("/"))])
    nodeAt(copy, place, (node) => {
      if (!Array.isArray(node.parameters)) return;
      node.parameters = node.parameters.filter((one) => {
        const parameter = resolveValue(copy, one);
        return !(isObject(parameter) && parameter.in === "header" && ignored.has(String(parameter.name).toLowerCase()));
      });
    });
}
