import { type ClientRequest, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { request as httpsRequest } from "node:https";
import type { RawAnswer, RawRequest } from "@facsimile/mock/wire";
import { headerLines, isOwnHost, problem } from "@facsimile/mock/wire";
import { hostnameOf } from "../wire/send.js";
import { keepCopy } from "./copy.js";
import { type Fault, faultOf, SilenceError } from "./faults.js";
import { forwardedHeaders, requestHeaders } from "./forwarded-headers.js";

/** One request that came through, and what came back. */
export interface Passed {
  readonly request: RawRequest;
  /** Undefined where the server gave none. */
  readonly answer: RawAnswer | undefined;
  /** Why there is no answer, or no whole one. */
  readonly fault: string | undefined;
  /** False where a body was too long to be kept or did not come to its end; there is then none. */
  readonly hasWholeRequest: boolean;
  readonly hasWholeAnswer: boolean;
}

/** Where requests go, and who wants to know. */
export interface Onward {
  readonly upstream: URL;
  /** How long the server may say nothing. */
  readonly silenceMs: number;
  /** The most that is kept of one body, in bytes. What is longer passes all the same. */
  readonly mostKept: number;
  /** Of all header lines of a request or an answer, in bytes. */
  readonly maxHeaderSize: number;
  /** Called once for each exchange, before the application has the end of its answer. */
  readonly onPassed: (passed: Passed) => void;
  /** Called in place of that where the application went away before it had its answer, or sent what is no HTTP, which is its fault. */
  readonly onLost: (message: string, isFault: boolean) => void;
}

/** One exchange that is under way. */
interface Passage {
  readonly request: Omit<RawRequest, "body">;
  readonly outgoing: ServerResponse;
  /** Tells of the exchange, the first time that it is called. */
  settle(passed: Pick<Passed, "answer" | "fault" | "hasWholeAnswer">): void;
  /** Answers in place of the server, or cuts an answer that has begun. */
  fail(fault: Fault | BadRequest): void;
}

interface BadRequest {
  readonly status: 400 | 421;
  readonly text: string;
}

/** Hands one request on and its answer back. Never throws. */
export function passOn(onward: Onward, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const passage = openPassage(onward, incoming, outgoing);
  const { target } = passage.request;
  if (!target.startsWith("/") && target !== "*") {
    const text = "the target is a whole URL. This proxy stands for one server: give its address as the base URL.";
    passage.fail({ status: 400, text });
    return void incoming.resume();
  }
  if (!isOwnHost(incoming.headers.host)) {
    const text =
      "the header Host names another host. This proxy is for applications on this machine: give its address as the base URL.";
    passage.fail({ status: 421, text });
    return void incoming.resume();
  }
  const sent = openRequest(onward, passage);
  if (sent === undefined) return void incoming.resume();
  outgoing.on("close", () => sent.destroy());
  let hasAnswer = false;
  sent.on("error", (error) => {
    incoming.unpipe(sent);
    incoming.resume();
    // A server may answer and close before it has the whole request. Whether its answer is whole, the answer itself tells.
    if (!hasAnswer || error instanceof SilenceError) passage.fail(faultOf(error, onward.upstream.origin));
  });
  sent.on("response", (answer) => {
    hasAnswer = true;
    passBack(onward, passage, answer);
  });
  incoming.pipe(sent);
}

function openPassage(onward: Onward, incoming: IncomingMessage, outgoing: ServerResponse): Passage {
  const { method = "GET", url: target = "/" } = incoming;
  const request = { method, target, headers: headerLines(incoming.rawHeaders) };
  const copy = keepCopy(incoming, onward.mostKept);
  let isSettled = false;
  const settle: Passage["settle"] = (passed) => {
    if (isSettled) return;
    isSettled = true;
    const { body, isWhole } = copy.kept();
    onward.onPassed({ request: { ...request, body }, hasWholeRequest: isWhole, ...passed });
  };
  const fail: Passage["fail"] = ({ status, text }) => {
    settle({ answer: undefined, fault: text, hasWholeAnswer: false });
    if (outgoing.headersSent) outgoing.destroy();
    else writeProblem(outgoing, problem("Facsimile proxy", status, text));
  };
  outgoing.on("close", () => {
    if (!isSettled) onward.onLost(`${method}: the application went away before it had its answer`, false);
    isSettled = true;
  });
  return { request, outgoing, settle, fail };
}

/** Undefined where the request cannot be written, and the application is told so. */
function openRequest(onward: Onward, passage: Passage): ClientRequest | undefined {
  const { upstream, silenceMs } = onward;
  try {
    const sent = writeRequest(onward, passage.request);
    const text = `${upstream.origin} said nothing for ${silenceMs / 1000} s`;
    return sent.on("timeout", () => sent.destroy(new SilenceError(text)));
  } catch {
    passage.fail({ status: 400, text: "the request has characters that no client can send." });
    return undefined;
  }
}

function writeRequest({ upstream, silenceMs, maxHeaderSize }: Onward, request: Passage["request"]): ClientRequest {
  const open = upstream.protocol === "https:" ? httpsRequest : httpRequest;
  return open({
    hostname: hostnameOf(upstream),
    port: upstream.port,
    method: request.method,
    path: request.target,
    // Node sends a list of names and values as it is.
    headers: requestHeaders(request.headers, request.method, upstream.host).flat(),
    // A connection for each request: none that the server closes in the moment in which it is used again.
    agent: false,
    maxHeaderSize,
    timeout: silenceMs,
  });
}

function passBack(onward: Onward, { outgoing, settle, fail }: Passage, answer: IncomingMessage): void {
  const head = { status: answer.statusCode ?? 0, headers: headerLines(answer.rawHeaders) };
  const copy = keepCopy(answer, onward.mostKept);
  answer.on("end", () => {
    const { body, isWhole } = copy.kept();
    settle({ answer: { ...head, body }, fault: undefined, hasWholeAnswer: isWhole });
  });
  answer.on("error", (error) => {
    const { text } = faultOf(error, onward.upstream.origin);
    settle({ answer: { ...head, body: Buffer.alloc(0) }, fault: text, hasWholeAnswer: false });
    outgoing.destroy();
  });
  try {
    outgoing.sendDate = false;
    outgoing.writeHead(head.status, answer.statusMessage ?? "", forwardedHeaders(head.headers).flat());
    answer.pipe(outgoing);
  } catch {
    answer.destroy();
    fail({ status: 502, text: `${onward.upstream.origin} answered with a status line or a header that is no HTTP` });
  }
}

function writeProblem(outgoing: ServerResponse, { status, headers, body }: RawAnswer): void {
  outgoing.writeHead(status, [...headers, ["Content-Length", String(body.length)], ["Connection", "close"]].flat());
  outgoing.end(body);
}
