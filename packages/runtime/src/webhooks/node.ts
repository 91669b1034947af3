import type { WebhookDescriptions } from "./description.js";
import type { WebhookOptions } from "./options.js";
import { tellConsole } from "./problem.js";
import { receiverOf, tell } from "./receiver.js";

/** What `node:http` gives a listener, as far as it is needed: frameworks that build on it give the same. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Bytes, where a framework has read them: `express.raw()`. */
  readonly body?: unknown;
  readonly readableEnded?: boolean;
}

export interface NodeResponse {
  readonly headersSent?: boolean;
  writeHead(status: number, headers: Record<string, string | string[]>): unknown;
  end(body?: Uint8Array): unknown;
}

/**
 * The same as `receiveWebhook` for `node:http` and what builds on it: `createServer(listener)`, `app.post("/webhooks", listener)`.
 *
 * @returns what settles when the answer is given, and never fails
 * @throws InvalidRequestError where the options are wrong, at once
 */
export function webhookListener<Handlers extends object>(
  described: WebhookDescriptions,
  options: WebhookOptions<Handlers>,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  const receive = receiverOf(described, options);
  const { onProblem = tellConsole } = options;
  return async (request, response) => {
    try {
      const answer = isForbidden(request)
        ? new Response(null, { status: 405 })
        : await receive(await webRequest(request));
      await write(response, answer);
    } catch (error) {
      const message = "The answer to a webhook could not be written.";
      tell(onProblem, { kind: "failed", status: 500, webhook: undefined, message, error });
      if (response.headersSent !== true) response.writeHead(500, {});
      response.end();
    }
  };
}

async function write(response: NodeResponse, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const headers: Record<string, string | string[]> = Object.fromEntries(answer.headers);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  // The rest of a body that is too large is not waited for.
  if (answer.status === 413) headers.connection = "close";
  response.writeHead(answer.status, headers);
  response.end(body);
}

/** Methods that `Request` does not have (WHATWG Fetch, 5.4) are no webhook's. */
function isForbidden({ method = "" }: NodeRequest): boolean {
  return /^(?:CONNECT|TRACE|TRACK)$/i.test(method);
}

async function webRequest(request: NodeRequest): Promise<Request> {
  const { method = "GET", url = "/" } = request;
  const place = URL.canParse(url, base) ? new URL(url, base) : new URL(base);
  if (/^(?:GET|HEAD)$/.test(method)) return new Request(place, { method, headers: headersOf(request) });
  // A cast because compilers do not know `duplex`, which a stream needs.
  const init = { method, headers: headersOf(request), body: bodyOf(request), duplex: "half" } as RequestInit;
  const made = new Request(place, init);
  // What was read before is so for the receiver too, who says it.
  if (request.readableEnded === true && !(request.body instanceof Uint8Array)) await made.arrayBuffer();
  return made;
}

/** What a path is relative to, where nobody says more that can be trusted. */
const base = "http://localhost";

function headersOf(request: NodeRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(":")) headers.set(name, [value].flat().join(", "));
  }
  return headers;
}

function bodyOf(request: NodeRequest): Uint8Array | ReadableStream {
  if (request.body instanceof Uint8Array) return request.body;
  const chunks = request[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => {},
  });
}
