import type { WebhookDescription, WebhookDescriptions, WebhookMark } from "./description.js";
import type { WebhookMessage } from "./options.js";
import { Ended } from "./problem.js";

/**
 * Which webhook a request is: the one of those that are sent to the same URL as the handled ones whose method and marks it has.
 *
 * @throws Ended where it is none of them, or may be several
 */
export function findWebhook(
  described: WebhookDescriptions,
  handled: readonly string[],
  message: WebhookMessage,
): string {
  const here = Object.keys(described).filter((name) => arrivesWith(described, handled, name));
  const sentSo = here.filter((name) => described[name]?.method === message.method);
  if (sentSo.length === 0) {
    const allow = [...new Set(here.map((name) => described[name]?.method ?? ""))].join(", ");
    const text = `No webhook is sent by ${nameOf(message.method)}.`;
    throw new Ended({ kind: "method", status: 405, message: text }, { allow });
  }
  const [found, ...others] = sentSo.filter((name) => hasMarks(message, described[name]?.marks ?? []));
  if (found === undefined) {
    throw new Ended({ kind: "unknown", status: 200, message: "A webhook arrived that the document does not state." });
  }
  if (others.length === 0) return found;
  const names = [found, ...others].join(", ");
  const text = `A webhook arrived that may be any of ${names}: say by the option "webhook" which one arrives at this URL.`;
  throw new Ended({ kind: "ambiguous", status: 500, message: text });
}

/** Whether a webhook is sent to the URL that the handled ones are sent to. */
function arrivesWith(described: WebhookDescriptions, handled: readonly string[], name: string): boolean {
  const place = described[name]?.callbackOf;
  return handled.some((other) => described[other]?.callbackOf === place);
}

/** A method that nobody knows is not repeated: it may be anything. */
function nameOf(method: string): string {
  return /^[A-Z]{1,20}$/.test(method) ? method : "its method";
}

function hasMarks(message: WebhookMessage, marks: NonNullable<WebhookDescription["marks"]>): boolean {
  return marks.every((mark) => (mark.values as readonly unknown[]).includes(valueAt(message, mark)));
}

function valueAt({ headers, body }: WebhookMessage, mark: WebhookMark): unknown {
  // A cast because the platform's headers have no name for compilers that do not know it.
  if (mark.in === "header") return (headers as Headers).get(mark.path[0] ?? "");
  if (body instanceof URLSearchParams) return body.get(mark.path[0] ?? "");
  return mark.path.reduce<unknown>((value, name) => member(value, name), body);
}

function member(value: unknown, name: string): unknown {
  // A cast because an object that has a member of its own has it.
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
