import { essence, isJson, type ReceivedOperation, type Response, responseFor } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";

/** What a receiver answered. */
export interface ReceiverAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** What differs from the document in what a receiver answered, a sentence each. */
export function judgeAnswer(
  { operation }: ReceivedOperation,
  answer: ReceiverAnswer,
  validator: Validator,
): readonly string[] {
  const response = responseFor(operation.responses, answer.status);
  if (response !== undefined) return bodyFindings(response, answer, validator);
  const isFine = operation.responses.length === 0 && answer.status >= 200 && answer.status < 300;
  if (isFine) return [];
  const stated = operation.responses.map(({ status }) => status).join(", ") || "2XX";
  return [`It was answered with ${answer.status}, and the document states ${stated}.`];
}

function bodyFindings({ content }: Response, answer: ReceiverAnswer, validator: Validator): readonly string[] {
  if (content.length === 0) return [];
  const type = essence(answer.contentType);
  const stated = content.find(({ name }) => essence(name) === type || name === "*/*");
  if (stated === undefined) {
    const names = content.map(({ name }) => name).join(", ");
    return [`It was answered with ${type === "" ? "no media type" : type}, and the document states ${names}.`];
  }
  if (!isJson(type) || stated.schema === undefined) return [];
  const value = parsed(answer.text);
  if (value === undefined) return ["The body of the answer is not JSON."];
  // What the API reads is what it takes elsewhere.
  return validator
    .allows(stated.schema.pointer, "request", value.value)
    .map(({ at, message }) => `The body of the answer ${message}${at === "" ? "" : ` at ${at}`}.`);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
