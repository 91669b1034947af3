import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { piecesOf, writePieces } from "../streams/write-pieces.js";
import { type Exchange, headerLines, type RawAnswer, type RawRequest } from "../wire/exchange.js";
import { problem } from "../wire/problem.js";
import { withCors } from "./cors.js";
import type { Doors } from "./doors.js";
import { answerGuarded, type Guarded, noAnswer, title } from "./guard.js";
import { readBody } from "./read-body.js";
import { answerAtDoor } from "./refuse.js";
import { isBodyless, sendable } from "./sendable.js";

/** Stands between client and mock and changes what passes. What it makes of a request or an answer is what is recorded. */
export interface Interceptor {
  request(request: RawRequest): RawRequest;
  answer(answer: RawAnswer): RawAnswer;
}

/** What every exchange of a server goes through. */
export interface Way {
  readonly mock: Guarded;
  readonly doors: Doors;
  readonly interceptor: Interceptor;
  readonly onExchange: (exchange: Exchange, ms: number) => void;
  readonly pauseMs: number;
}

/** Answers a request. Never rejects: where what the way is made of throws, the client hears it. */
export async function serve(way: Way, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    await exchange(way, incoming, outgoing);
  } catch (error) {
    if (outgoing.headersSent) outgoing.destroy();
    else await write(outgoing, incoming.method ?? "GET", problem(title, 500, noAnswer(error)), way.pauseMs);
  }
}

async function exchange(way: Way, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { mock, doors, interceptor, onExchange, pauseMs } = way;
  const begun = performance.now();
  const body = await readBody(incoming).catch(() => undefined);
  // The client went away in the middle of its request.
  if (body === undefined) return;
  const isTooLong = body === "too long";
  const sent = requestOf(incoming, isTooLong ? Buffer.alloc(0) : body);
  const answered = answerAtDoor(doors, sent, isTooLong) ?? (await answerGuarded(mock, interceptor.request(sent)));
  const { answer: whole, fault } = sendable(interceptor.answer(answered.answer), sent.method);
  const answer = withCors(doors.cors, sent, whole);
  onExchange({ ...answered, answer, fault: fault ?? answered.fault }, performance.now() - begun);
  if (isTooLong) await writeAndClose(incoming, outgoing, answer);
  else await write(outgoing, sent.method, answer, pauseMs);
}

function requestOf({ method = "GET", url = "/", rawHeaders }: IncomingMessage, body: Buffer): RawRequest {
  return { method, target: url, headers: headerLines(rawHeaders), body };
}

async function write(outgoing: ServerResponse, method: string, answer: RawAnswer, pauseMs: number): Promise<void> {
  const bodyless = isBodyless(method, answer.status);
  outgoing.writeHead(answer.status, answer.headers.flat());
  const pieces = bodyless ? undefined : piecesOf(answer);
  if (pieces === undefined) outgoing.end(bodyless ? undefined : answer.body);
  else await writePieces(outgoing, pieces, pauseMs);
}

/** How long is read and forgotten what a client sends that does not stop, in milliseconds. */
const lingering = 1_000;

/**
 * Answers a client that may still be sending its body. A connection that is closed over bytes that nobody has read is reset, and the answer may be lost
 * with it (RFC 9112, 9.6): so they are read for a moment, until the client has heard the answer and hangs up.
 */
async function writeAndClose(incoming: IncomingMessage, outgoing: ServerResponse, answer: RawAnswer): Promise<void> {
  outgoing.shouldKeepAlive = false;
  const others = answer.headers.filter(([name]) => name.toLowerCase() !== "content-length");
  outgoing.writeHead(answer.status, [...others.flat(), "content-length", String(answer.body.length)]);
  outgoing.write(answer.body);
  incoming.resume();
  if (!incoming.complete) await once(incoming, "close", { signal: AbortSignal.timeout(lingering) }).catch(() => {});
  outgoing.end();
}
