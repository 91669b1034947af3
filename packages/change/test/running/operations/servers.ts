import type { Api, Document, JsonObject } from "@facsimile/document";
import { type Exchange, type RecordingMockServer, startMockServer } from "@facsimile/mock";
import { whyMisread } from "../bodies/languages.js";
import { withoutUnread } from "../bodies/served.js";
import type { MadeAnswer } from "./answers.js";
import { readBody } from "./bodies.js";
import { RunningEdition } from "./edition.js";
import type { MadeRequest } from "./requests.js";

/** An edition whose mock server runs on this machine. */
export interface RunningServer {
  readonly edition: RunningEdition;
  /** What the mock server makes of a request. */
  send(request: MadeRequest): Promise<Outcome>;
  close(): Promise<void>;
}

export interface Outcome {
  /** Why the request is refused. Undefined where it is taken. */
  readonly refused: string | undefined;
  /** What happened inside the mock server, where it did not answer. */
  readonly fault: string | undefined;
  readonly answer: MadeAnswer | undefined;
}

export async function startServer(document: Document): Promise<RunningServer> {
  // A document is an object.
  const served = { ...document, json: withoutUnread(document.json) as JsonObject };
  const server = await startMockServer(served);
  const edition = new RunningEdition(document, server.api);
  return {
    edition,
    send: async (request) => {
      const outcome = await send(server, request);
      return outcome.refused === undefined ? { ...outcome, refused: refusalOfBody(edition, request, server) } : outcome;
    },
    close: () => server.close(),
  };
}

/** Why the body is none of the edition, where it is one that Prism does not read. */
function refusalOfBody(edition: RunningEdition, request: MadeRequest, server: RecordingMockServer): string | undefined {
  const { meant, body, headers } = request;
  const operation = server.exchanges.at(-1)?.operation;
  if (meant === undefined || body === undefined || operation === undefined) return undefined;
  const { requestBody } =
    edition.api.operations.find(({ path, method }) => path === operation.path && method === operation.method) ?? {};
  if (requestBody === undefined) return undefined;
  const sent = { header: headers["content-type"] ?? "", text: body };
  const content = edition.at(`${requestBody.pointer}/content`);
  return whyMisread(edition, content, { sent, meant }, "request");
}

async function send(server: RecordingMockServer, { method, target, headers, body }: MadeRequest): Promise<Outcome> {
  const before = server.exchanges.length;
  const response = await fetch(`${server.url}${target}`, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  const exchange = server.exchanges[before];
  if (exchange === undefined) throw new Error(`The mock server did not see ${method} ${target}.`);
  const isUnread = exchange.fault !== undefined && otherStyle.test(exchange.fault);
  const fault = isUnread ? undefined : exchange.fault;
  const refused = isUnread ? exchange.fault : fault === undefined ? refusalIn(exchange, text, server.api) : undefined;
  return {
    refused,
    fault,
    answer: refused === undefined && fault === undefined ? answerOf(response, text) : undefined,
  };
}

/** Prism throws where a value of a path is not in its style. */
const otherStyle = /serialization style requires/;

/** Prism's own problems that are about the request, by the end of their type. */
const problems =
  /#(?:UNAUTHORIZED|UNPROCESSABLE_ENTITY|INVALID_CONTENT_TYPE|NO_PATH_MATCHED_ERROR|NO_METHOD_MATCHED_ERROR|INVALID_JSON)/;

/** Prism answers a right request with a success where the document has one, and a wrong one with the error that it has for that, or a problem. */
function refusalIn({ operation, answer: { status } }: Exchange, text: string, api: Api): string | undefined {
  if (problems.test(text)) return `${status}: ${text}`;
  if (operation === undefined) return `${status}: no operation`;
  const { responses = [] } =
    api.operations.find(({ path, method }) => path === operation.path && method === operation.method) ?? {};
  return status >= 400 && responses.some(({ status: key }) => key.startsWith("2")) ? `${status}: ${text}` : undefined;
}

function answerOf({ status, headers }: Response, text: string): MadeAnswer | undefined {
  const mediaType = headers.get("content-type");
  const named = new Map([...headers].filter(([name]) => !transport.has(name)));
  if (mediaType === null || text === "") return { status, headers: named, body: undefined };
  if (text.includes("https://stoplight.io/prism/errors#")) return undefined;
  const value = readBody(mediaType, text);
  return value === undefined ? undefined : { status, headers: named, body: { mediaType, value } };
}

const transport: ReadonlySet<string> = new Set([
  "content-type",
  "content-length",
  "connection",
  "date",
  "keep-alive",
  "transfer-encoding",
]);
