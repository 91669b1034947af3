import { validateHeaderName, validateHeaderValue } from "node:http";
import { hasNoBody } from "@facsimile/document";
import type { HeaderLine, RawAnswer } from "../wire/exchange.js";
import { isFraming } from "../wire/framing.js";
import { problem } from "../wire/problem.js";
import { title } from "./guard.js";

/** An answer as it can be sent. What no server can send, such as a header with a line break in its value, is the fault of the exchange. */
export function sendable(
  answer: RawAnswer,
  method: string,
): { readonly answer: RawAnswer; readonly fault: string | undefined } {
  const fault = unsendable(answer);
  if (fault !== undefined) return { answer: problem(title, 500, fault), fault };
  const body = isBodyless(method, answer.status) ? Buffer.alloc(0) : answer.body;
  return { answer: { ...answer, headers: framed({ ...answer, body }, method), body }, fault };
}

/** Whether no content comes after the headers of an answer (RFC 9110, 6.4.1). */
export function isBodyless(method: string, status: number): boolean {
  return hasNoBody(method.toLowerCase(), String(status));
}

function unsendable({ status, headers }: RawAnswer): string | undefined {
  // One of 1xx comes before an answer and is none.
  if (status < 200 || status > 999)
    return `the document has an answer with the status ${status}, which no answer can have.`;
  const wrong = headers.find((header) => !isHeader(header));
  return (
    wrong &&
    `the answer has a header that cannot be sent: ${JSON.stringify(wrong[0])} with the value ${JSON.stringify(wrong[1])}.`
  );
}

function isHeader([name, value]: HeaderLine): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

/** What is said of the length of a body is what it is; of an answer to HEAD and of 304 it is what a body would have (RFC 9110, 8.6). */
function framed({ status, headers, body }: RawAnswer, method: string): readonly HeaderLine[] {
  const wouldHave = method === "HEAD" || status === 304;
  return headers
    .filter(([name]) => !isFraming(name) && !(isLength(name) && status === 204))
    .map(([name, value]) => [name, isLength(name) && !wouldHave ? String(body.length) : value]);
}

function isLength(name: string): boolean {
  return name.toLowerCase() === "content-length";
}
