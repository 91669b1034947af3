import type { WebhookDescription } from "./description.js";
import type { WebhookAnswer } from "./handler.js";
import type { WebhookProblem } from "./problem.js";

/** The answer that a handler asks for. What is no answer is a TypeError. */
export function answerOf(given: unknown, { status }: WebhookDescription): Response {
  if (given === undefined || given === null) return new Response(null, { status });
  if (given instanceof Response) return given;
  // A cast because what compilers have not seen may be anything.
  const { status: own, headers, body } = given as Partial<WebhookAnswer<number, unknown>>;
  if (!Number.isInteger(own)) throw new TypeError("A handler answers nothing, a Response, or an object with a status.");
  // As above: nothing else is left.
  const init = { status: own as number, headers: new Headers(headers as HeadersInit | undefined) };
  if (body === undefined) return new Response(null, init);
  const text = typeof body === "string" && isText(init.headers) ? body : JSON.stringify(body);
  if (!init.headers.has("content-type")) init.headers.set("content-type", "application/json");
  return new Response(text, init);
}

function isText(headers: Headers): boolean {
  return headers.get("content-type")?.startsWith("text/") ?? false;
}

/** What the sender is told of a problem: nothing of what a handler threw. */
export function answerTo({ message, status }: WebhookProblem, headers: Readonly<Record<string, string>>): Response {
  const text = status === 500 ? "The receiver failed." : message;
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } });
}
