import { type Api, isObject, type Operation } from "@facsimile/document";
import { visible } from "@facsimile/document/diagnostics";
import type { createSecrets, Exchange, MockServer, RawAnswer } from "@facsimile/mock";
import type { CommandIo, TextSink } from "../command.js";
import { noticesOf } from "../quiet.js";

/** Says what a mock server does. No query and no header is shown, where credentials travel, and no credential elsewhere. */
export interface MockLog {
  /** A document is served, for the first time or anew. */
  served(api: Api, server: MockServer): void;
  /** @param ms - how many milliseconds the answer took */
  exchange(exchange: Exchange, ms: number): void;
  /** The document has changed and cannot be served. */
  broken(message: string): void;
}

/** What is written of an exchange. */
interface Line {
  readonly method: string;
  readonly path: string;
  /** Undefined where there is no operation. */
  readonly operationId: string | undefined;
  readonly status: number;
  readonly findings: readonly string[];
}

/** How it is written: a person reads it, or a program. */
interface Writer {
  served(api: Api, server: MockServer): void;
  line(line: Line, ms: number): void;
  broken(message: string): void;
}

/** @param log - `json`: everything is a line of JSON on standard output */
export function openLog(log: "text" | "json", file: string, create: typeof createSecrets, io: CommandIo): MockLog {
  const writer = (log === "json" ? jsonWriter : textWriter)(file, io);
  let line = (_exchange: Exchange): Line | undefined => undefined;
  return {
    served(api, server) {
      const secrets = create(api, server.paths);
      line = (exchange) => {
        secrets.learn(exchange.request, exchange.answer);
        return lineOf(exchange, api, secrets.redact);
      };
      writer.served(api, server);
    },
    exchange(exchange, ms) {
      const shown = line(exchange);
      if (shown !== undefined) writer.line(shown, ms);
    },
    broken: writer.broken,
  };
}

function lineOf(
  { request, answer, operation, violations, fault }: Exchange,
  api: Api,
  redact: (text: string) => string,
): Line {
  const matched = api.operations.find(({ method, path }) => method === operation?.method && path === operation.path);
  const findings = [
    ...violations.map(({ message }) => message),
    ...refusalsOf(answer),
    ...(fault === undefined ? [] : [fault]),
  ];
  return {
    method: request.method,
    path: redact(request.target.split("?")[0] ?? ""),
    operationId: matched?.id,
    status: answer.status,
    findings: findings.map(redact),
  };
}

/** Why a request was refused, where the document has no answer for that and the mock server says it in its own words (RFC 9457). */
function refusalsOf({ headers, body }: RawAnswer): readonly string[] {
  if (!headers.some(([name, value]) => name === "content-type" && value === "application/problem+json")) return [];
  const problem = parsed(body.toString("utf8"));
  const reasons = isObject(problem) && Array.isArray(problem.validation) ? problem.validation : [];
  return reasons.flatMap((reason) => (isObject(reason) ? [String(reason.message)] : []));
}

/** An example of the document may be anything. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textWriter(file: string, io: CommandIo): Writer {
  const { stdout, stderr } = io;
  const notices = noticesOf(io);
  const print = (sink: TextSink, lines: readonly string[]): void =>
    void sink.write(lines.map((line) => `${visible(line)}\n`).join(""));
  return {
    served(api, server) {
      print(stdout, [`${api.title} (${file}) at ${server.url}`]);
      print(notices, operationsOf(api, server));
    },
    line({ method, path, operationId, status, findings }) {
      const matched = operationId === undefined ? "" : `  (${operationId})`;
      const lines = [`${method} ${path} ${status}${matched}`, ...findings.map((finding) => `  ${finding}`)];
      print(findings.length > 0 ? stdout : notices, lines);
    },
    broken: (message) => void stderr.write(`${message}\n${file} is served as it was before.\n`),
  };
}

function operationsOf(api: Api, server: MockServer): readonly string[] {
  const width = Math.max(0, ...api.operations.map(({ id }) => id.length));
  return api.operations.map((operation) => {
    const { id, method, path } = operation;
    return `  ${id.padEnd(width)}  ${method.toUpperCase().padEnd(6)} ${path}${ownPlace(server, operation)}`;
  });
}

/** Where an operation is besides, that has a server of its own. */
function ownPlace({ paths }: MockServer, operation: Operation): string {
  const own = paths.own.get(operation);
  return own === undefined ? "" : `, also ${own.path}${operation.path} for ${own.url}`;
}

function jsonWriter(document: string, { stdout }: CommandIo): Writer {
  const print = (event: string, at: number, more: object): void =>
    void stdout.write(`${JSON.stringify({ event, time: new Date(at).toISOString(), document, ...more })}\n`);
  return {
    served: ({ title, operations }, { url }) =>
      print("served", Date.now(), { title, url, operations: operations.length }),
    line({ method, path, operationId, status, findings }, ms) {
      const tenths = Math.round(ms * 10) / 10;
      print("request", Date.now() - ms, { method, path, operationId, status, ms: tenths, findings });
    },
    broken: (message) => print("broken", Date.now(), { message }),
  };
}
