import { validateHeaderName, validateHeaderValue } from "node:http";
import type { RawAnswer } from "../wire/exchange.js";
import { problem } from "../wire/problem.js";
import { title } from "./guard.js";

/** A header of an example that no server can send, such as one with a line break in its value, is the fault of the exchange. */
export function sendable(answer: RawAnswer): { readonly answer: RawAnswer; readonly fault: string | undefined } {
  for (const [name, value] of answer.headers) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      const fault = `the answer has a header that cannot be sent: ${JSON.stringify(name)} with the value ${JSON.stringify(value)}.`;
      return { answer: problem(title, 500, fault), fault };
    }
  }
  return { answer, fault: undefined };
}
