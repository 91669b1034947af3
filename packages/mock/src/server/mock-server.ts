import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  validateHeaderName,
  validateHeaderValue,
} from "node:http";
import type { Api, JsonObject } from "@facsimile/document";
import { createPrismMock } from "../prism/mock.js";
import { piecesOf, writePieces } from "../streams/write-pieces.js";
import type { Exchange, RawAnswer, RawRequest } from "../wire/exchange.js";
import { headerLines } from "../wire/exchange.js";
import { close, listen } from "../wire/listen.js";
import { problem } from "../wire/problem.js";
import { type ServedPaths, servedPaths } from "../wire/served-paths.js";
import { answerGuarded, type Guarded, title } from "./guard.js";

export interface MockServerOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Called after each answer. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** How long one answer may take. Default: 5000. */
  readonly timeoutMs?: number;
  /** How long a stream waits before each item but the first. Default: 50. */
  readonly pauseMs?: number;
  readonly interceptor?: Interceptor;
}

/** Stands between client and mock and changes what passes. What it makes of a request or an answer is what is recorded. */
export interface Interceptor {
  request(request: RawRequest): RawRequest;
  answer(answer: RawAnswer): RawAnswer;
}

/** What every exchange of a server goes through. */
interface Way {
  readonly mock: Guarded;
  readonly interceptor: Interceptor;
  readonly onExchange: (exchange: Exchange) => void;
  readonly pauseMs: number;
}

/** A mock of one document on the loopback interface. */
export interface MockServer {
  /** What a client takes as its base URL: `http://127.0.0.1:4010/rest/v2`, with the path of the document's first server. */
  readonly url: string;
  /** What comes before the paths of the document: operations with a server of their own are served under the path of that too. */
  readonly paths: ServedPaths;
  /** Resolves when the port is free again. Connections that are still open are cut. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Rejects where the port is taken, or where Prism cannot read the document. */
export async function openMockServer(
  document: JsonObject,
  api: Pick<Api, "servers" | "operations">,
  options: MockServerOptions = {},
): Promise<MockServer> {
  const paths = servedPaths(api);
  const way: Way = {
    mock: { behind: await createPrismMock(document), api, paths, timeoutMs: options.timeoutMs ?? 5000 },
    interceptor: options.interceptor ?? { request: (request) => request, answer: (answer) => answer },
    onExchange: options.onExchange ?? (() => {}),
    pauseMs: options.pauseMs ?? 50,
  };
  const server = createServer((incoming, outgoing) => void serve(way, incoming, outgoing));
  const port = await listen(server, options.port ?? 0);
  return { url: `http://127.0.0.1:${port}${paths.base}`, paths, close: () => close(server) };
}

async function serve(
  { mock, interceptor, onExchange, pauseMs }: Way,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming).catch(() => undefined);
  // The client went away in the middle of its request.
  if (body === undefined) return;
  const sent: RawRequest = {
    method: incoming.method ?? "GET",
    target: incoming.url ?? "/",
    headers: headerLines(incoming.rawHeaders),
    body: body === "too long" ? Buffer.alloc(0) : body,
  };
  const exchange = await (body === "too long" ? refuseLong(sent) : answerGuarded(mock, interceptor.request(sent)));
  const { answer, fault } = sendable(interceptor.answer(exchange.answer));
  onExchange({ ...exchange, answer, fault: fault ?? exchange.fault });
  await write(outgoing, sent, answer, pauseMs);
}

/** The longest body of a request that is read, in bytes. */
const longestBody = 16 * 1024 * 1024;

async function readBody(incoming: IncomingMessage): Promise<Buffer | "too long"> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    // What comes after is read and forgotten, so that the client hears the answer.
    if (length <= longestBody) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > longestBody ? "too long" : Buffer.concat(chunks);
}

function refuseLong(request: RawRequest): Exchange {
  const fault = `the body of the request is longer than ${longestBody} bytes.`;
  return { request, answer: problem(title, 413, fault), operation: undefined, violations: [], fault };
}

/** A header of an example that no server can send, such as one with a line break in its value, is the fault of the exchange. */
function sendable(answer: RawAnswer): { readonly answer: RawAnswer; readonly fault: string | undefined } {
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

async function write(outgoing: ServerResponse, request: RawRequest, answer: RawAnswer, pauseMs: number): Promise<void> {
  const bodyless = request.method === "HEAD" || answer.status === 204 || answer.status === 304;
  outgoing.writeHead(answer.status, answer.headers.flat());
  const pieces = bodyless ? undefined : piecesOf(answer);
  if (pieces === undefined) outgoing.end(bodyless ? undefined : answer.body);
  else await writePieces(outgoing, pieces, pauseMs);
}
