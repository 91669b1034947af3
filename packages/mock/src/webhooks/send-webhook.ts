import { validateHeaderName, validateHeaderValue } from "node:http";
import type { Api, Document } from "@facsimile/document";
import { createValidator } from "@facsimile/samples";
import { judgeAnswer } from "./judge-answer.js";
import { signEvent } from "./sign-event.js";
import { EventError, webhookEvent } from "./webhook-event.js";

export interface SendOptions {
  /** The name in packages, or the key in the document. */
  readonly webhook: string;
  /** Where the receiver is. */
  readonly url: URL;
  /** `whsec_…`. Without one the event is not signed. */
  readonly secret?: string | undefined;
  /** `webhook-id`. */
  readonly id: string;
  /** How long the receiver may take. Default: 10,000. */
  readonly timeoutMs?: number;
}

/** What came of an event that was sent. */
export interface Delivery {
  readonly method: string;
  readonly status: number;
  /** Whether an example of the document was sent, and not what was made up from its schema. */
  readonly isExample: boolean;
  /** What in the answer differs from the document, a sentence each. */
  readonly findings: readonly string[];
}

/**
 * Sends an event of a webhook or of a callback to a receiver, and holds the answer against the document.
 *
 * @throws EventError where there is no such webhook, nothing that could be sent, or no answer
 * @throws SecretError
 */
export async function sendWebhook(document: Document, api: Api, options: SendOptions): Promise<Delivery> {
  const received =
    api.received.find(({ name }) => name === options.webhook) ??
    api.received.find(({ key }) => key === options.webhook);
  if (received === undefined) {
    const known = api.received.map(({ name }) => name).join(", ") || "none";
    throw new EventError(`the document has no webhook ${JSON.stringify(options.webhook)}; it has ${known}`);
  }
  const validator = createValidator(document, api);
  const event = webhookEvent(document, validator, received);
  const { secret, id } = options;
  const signed = secret === undefined ? [] : signEvent(secret, { id, sentAt: new Date(), body: event.body });
  const url = new URL(options.url);
  for (const [name, value] of event.query) url.searchParams.append(name, value);
  const answer = await ask(url, options.timeoutMs ?? 10_000, {
    method: event.method,
    headers: [...event.headers, ...signed].map(([name, value]) => sendableHeader(name, value)),
    ...(event.body.length === 0 ? {} : { body: new Uint8Array(event.body) }),
  });
  const findings = judgeAnswer(received, answer, validator);
  return { method: event.method, status: answer.status, isExample: event.isExample, findings };
}

/** A header as it is. What no client can send, such as a line break in its value, is told before anything is sent. */
function sendableHeader(name: string, value: string): [string, string] {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return [name, value];
  } catch {
    const header = `${JSON.stringify(name)} with the value ${JSON.stringify(value)}`;
    throw new EventError(`the document has a header that cannot be sent: ${header}`);
  }
}

async function ask(url: URL, timeoutMs: number, init: RequestInit): ReturnType<typeof read> {
  try {
    return await read(await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) }));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new EventError(`${url.origin} gave no answer: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function read(response: Response): Promise<{ status: number; contentType: string; text: string }> {
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    text: await textOf(response),
  };
}

/** The most that is read of an answer, in bytes: a receiver may never come to an end. */
const most = 8 * 1024 * 1024;

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > most) throw new Error(`its answer has more than ${most} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
