import { readBody } from "../response/body.js";
import { refuse } from "../serialize/refuse.js";
import { refuseUnknown } from "../unknown.js";
import { answerOf, answerTo } from "./answer.js";
import { type Authenticate, authenticationOf } from "./authentication.js";
import type { WebhookDescription, WebhookDescriptions } from "./description.js";
import { EventBody } from "./event-body.js";
import { findWebhook } from "./find-webhook.js";
import type { WebhookContext } from "./handler.js";
import type { WebhookMessage, WebhookOptions } from "./options.js";
import { Ended, tellConsole, type WebhookProblem } from "./problem.js";

/** Any of the handlers. */
type AnyHandler = (event: unknown, context: WebhookContext) => unknown;

type AnyHandlers = Readonly<Record<string, AnyHandler | undefined>>;

/** Receives requests: what options mean is found out once. */
export type Receiver = (request: Request) => Promise<Response>;

/** Bytes that a body may have where nothing else is said: 1 MiB. */
const defaultSize = 1_048_576;

/** @throws InvalidRequestError where the options are wrong */
export function receiverOf<Handlers extends object>(
  described: WebhookDescriptions,
  options: WebhookOptions<Handlers>,
): Receiver {
  const { handlers, webhook, onProblem = tellConsole, maxRequestSize = defaultSize } = options;
  refuseUnknown("handlers", handlers, () => Object.keys(described));
  // A cast because handlers are functions, each for the event of its own webhook.
  const reception = { described, handlers: handlers as AnyHandlers, webhook, maxRequestSize };
  if (handledBy(reception).length === 0) refuse({ in: "options", name: "handlers" }, "has no handler");
  const authenticate = authenticationOf(options);
  return async (request) => {
    try {
      return await receive(reception, authenticate, request);
    } catch (error) {
      const { problem, headers } = endOf(error);
      tell(onProblem, problem);
      return answerTo(problem, headers);
    }
  };
}

interface Reception {
  readonly described: WebhookDescriptions;
  readonly handlers: AnyHandlers;
  readonly webhook: PropertyKey | ((message: WebhookMessage) => PropertyKey | undefined) | undefined;
  readonly maxRequestSize: number;
}

function handledBy({ handlers }: Reception): readonly string[] {
  return Object.keys(handlers).filter((name) => typeof handlers[name] === "function");
}

async function receive(reception: Reception, authenticate: Authenticate, request: Request): Promise<Response> {
  const { method, url, headers } = request;
  const rawBody = await bytesOf(request, reception.maxRequestSize);
  const { id = headers.get("webhook-id") ?? undefined, timestamp } = await authenticate(request, rawBody);
  const body = new EventBody(rawBody, headers.get("content-type"));
  const name = nameOf(reception, { method, url, headers, body: body.untold });
  const description = own(reception.described, name);
  const handler = own(reception.handlers, name);
  if (handler === undefined || description === undefined) {
    const message = `There is no handler for the webhook ${name}.`;
    throw new Ended({ kind: "unhandled", status: 200, webhook: name, message });
  }
  const event = body.of(name, description);
  return answered(description, name, () => {
    const { searchParams: query } = new URL(url);
    return handler(event, { webhook: name, method, url, headers, query, id, timestamp, rawBody });
  });
}

/** A name may be what the request says: `constructor` is none that anybody gave. */
function own<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  if (request.bodyUsed) {
    const message =
      "The body of a webhook was read before it came here: what parses bodies must not do so with this one.";
    throw new Ended({ kind: "failed", status: 500, message });
  }
  const { bytes, failure } = await readBody(new Response(request.body), most);
  if (failure === undefined) return bytes;
  const message = `The body of a webhook ${failure.reason}.`;
  throw failure.tooLarge === true
    ? new Ended({ kind: "too-large", status: 413, message })
    : new Ended({ kind: "unreadable", status: 400, message });
}

function nameOf(reception: Reception, message: WebhookMessage): string {
  const { webhook, described } = reception;
  const chosen = typeof webhook === "function" ? webhook(message) : webhook;
  if (chosen === undefined) return findWebhook(described, handledBy(reception), message);
  return String(chosen);
}

async function answered(description: WebhookDescription, webhook: string, call: () => unknown): Promise<Response> {
  try {
    return answerOf(await call(), description);
  } catch (error) {
    const message = `The handler of the webhook ${webhook} failed.`;
    throw new Ended({ kind: "failed", status: 500, webhook, message, error });
  }
}

function endOf(error: unknown): Ended {
  if (error instanceof Ended) return error;
  return new Ended({ kind: "failed", status: 500, message: "A webhook could not be received.", error });
}

/** Who is told of problems adds none. */
export function tell(onProblem: (problem: WebhookProblem) => void, problem: WebhookProblem): void {
  try {
    onProblem(problem);
  } catch (error) {
    console.error("What is told of webhooks' problems failed.", error);
  }
}
