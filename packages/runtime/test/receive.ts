import type { WebhookDescriptions } from "../src/webhooks/description.js";
import type { WebhookContext } from "../src/webhooks/handler.js";
import type { WebhookOptions } from "../src/webhooks/options.js";
import type { WebhookProblem } from "../src/webhooks/problem.js";
import { receiveWebhook } from "../src/webhooks/receive-webhook.js";

/** The webhooks and callbacks of a document. */
export const described: WebhookDescriptions = {
  paid: {
    method: "POST",
    content: { "application/json": "json" },
    marks: [{ in: "body", path: ["event", "type"], values: ["paid"] }],
    status: 202,
  },
  sent: {
    method: "POST",
    content: { "application/json": "json", "text/plain": "text", "application/x-www-form-urlencoded": "form" },
    marks: [{ in: "header", path: ["x-event"], values: ["sent", "lost"] }],
    status: 200,
  },
  formed: {
    method: "POST",
    content: { "application/x-www-form-urlencoded": "form" },
    marks: [{ in: "body", path: ["type"], values: ["formed"] }],
    status: 200,
  },
  gone: { method: "DELETE", content: {}, status: 204 },
  done: { callbackOf: "start {$url}", method: "POST", content: { "application/json": "json" }, status: 200 },
  image: { callbackOf: "draw {$url}", method: "POST", content: { "image/png": "bytes" }, status: 200 },
};

export type Handle = (event: unknown, context: WebhookContext) => unknown;
export type Options = WebhookOptions<Readonly<Record<string, Handle>>>;

/** A request, and how the receiver is set up. */
export interface Sent {
  readonly method?: string;
  readonly body?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: Partial<Options>;
}

/** What comes of a request. */
interface Received {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The name of each webhook that came to a handler, and its event. */
  readonly handled: readonly unknown[];
  readonly problems: readonly WebhookProblem[];
}

/** What comes of a request, with handlers that answer what they got. */
export async function receive({ method = "POST", body = null, headers = {}, options }: Sent): Promise<Received> {
  const problems: WebhookProblem[] = [];
  const handled: unknown[] = [];
  const handle: Handle = (event, { webhook }) => void handled.push(webhook, event);
  const settings = {
    unsigned: true,
    handlers: { paid: handle, sent: handle, formed: handle, gone: handle },
    ...options,
  };
  const request = new Request("https://me.example/hook", {
    method,
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  // A cast because options are put together.
  const answer = await receiveWebhook(described, request, {
    onProblem: (problem: WebhookProblem) => problems.push(problem),
    ...settings,
  } as Options);
  return { status: answer.status, text: await answer.text(), handled, problems, headers: answer.headers };
}

/** A body that is the event `paid`. */
export const paid = '{"event":{"type":"paid"},"sum":3}';
