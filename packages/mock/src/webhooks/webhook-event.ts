import {
  type Document,
  isJson,
  type Json,
  type JsonObject,
  type MediaType,
  type Parameter,
  type ReceivedOperation,
} from "@facsimile/document";
import { examplesAt, type MadeValue, makeValue, sampleValue, useOf, type Validator } from "@facsimile/samples";
import { isForm } from "../wire/media-type.js";

/** A request as the API would send it. */
export interface WebhookEvent {
  readonly method: string;
  /** The names and values of its query, beside what the URL has. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** Whether the body is an example of the document, and not made up from its schema. */
  readonly isExample: boolean;
}

/** Nothing can be sent of a webhook. */
export class EventError extends Error {
  override readonly name = "EventError";
}

/**
 * The first example of a webhook, or what is made up from its schema, the same each time.
 *
 * @throws EventError where no value was found that fits
 */
export function webhookEvent(document: Document, validator: Validator, received: ReceivedOperation): WebhookEvent {
  const { method, parameters, requestBody } = received.operation;
  const given = parameters.filter(({ required }) => required);
  const mediaType = requestBody?.content.find(({ name }) => isJson(name)) ?? requestBody?.content[0];
  const value = mediaType && bodyValue(document.json, validator, mediaType);
  if (value?.made.kind === "none")
    throw new EventError(`no event of ${received.name} can be made: ${value.made.reason}`);
  return {
    method: method.toUpperCase(),
    query: valuesIn(document.json, given, "query"),
    headers: [
      ...(mediaType === undefined ? [] : [["content-type", mediaType.name] as const]),
      ...valuesIn(document.json, given, "header"),
    ],
    body: mediaType === undefined || value === undefined ? Buffer.alloc(0) : written(mediaType, value.made.value),
    isExample: value?.isExample ?? false,
  };
}

interface Value {
  readonly made: MadeValue;
  readonly isExample: boolean;
}

function bodyValue(document: JsonObject, validator: Validator, { pointer, schema }: MediaType): Value {
  const [example] = examplesAt(document, pointer);
  if (example !== undefined) return { made: { kind: "made", value: example.value }, isExample: true };
  // What the API sends is what it answers with elsewhere.
  return { made: makeValue(document, validator, schema, { direction: "response", size: "maximal" }), isExample: false };
}

function valuesIn(
  document: JsonObject,
  parameters: readonly Parameter[],
  place: "query" | "header",
): readonly (readonly [string, string])[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, pointer, schema }) => {
      const [example] = examplesAt(document, pointer);
      const value = example?.value ?? sampleValue(document, useOf(schema), { direction: "response", size: "minimal" });
      return [name, textOf(value)];
    });
}

function textOf(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A text that stands for a body of another kind is sent as it is. */
function written({ name }: MediaType, value: Json): Buffer {
  if (isForm(name) && typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([key, one]): [string, string] => [key, textOf(one)]);
    return Buffer.from(new URLSearchParams(fields).toString());
  }
  return Buffer.from(isJson(name) ? JSON.stringify(value) : textOf(value));
}
