import type { GivenDocument, Selection } from "@facsimile/document";
import { createSecrets, readDocument } from "@facsimile/mock";
import { servedPaths } from "@facsimile/mock/wire";
import { createValidator } from "@facsimile/samples";
import { type Judged, judgePassed } from "./judge-passed.js";
import type { Passed } from "./pass-on.js";
import { createRecord, type ProxyReport } from "./record.js";
import { openRelay } from "./relay.js";

/** Selects the operations whose exchanges are held; by default all. */
export interface ProxyOptions extends Selection {
  /** The path of the OpenAPI document, or what is in no file. */
  readonly file: string | GivenDocument;
  /** Overlays that are applied to it, in this order. Default: none. */
  readonly overlays?: readonly string[];
  /** The server, with the path that comes before the paths of the document. */
  readonly upstream: URL;
  /** Default: a free one. */
  readonly port: number | undefined;
  /** How long the server may say nothing. */
  readonly silenceMs: number;
  /** Called with what is printed of each exchange, in the order in which they came to their end. */
  readonly onLine: (line: string, isFault: boolean) => void;
}

/** A proxy that holds what passes against a document. */
export interface Proxy {
  readonly title: string;
  /** What an application takes as its base URL in place of the server's. */
  readonly url: string;
  /** Resolves when all that passed is judged and the port is free again. */
  stop(): Promise<ProxyReport>;
}

/** The most that is kept of one body, and of all header lines of one message, in bytes. Node's own limit for headers is 16 KiB. */
const limits = { mostKept: 16 * 1024 * 1024, maxHeaderSize: 64 * 1024 };

/** Listens on 127.0.0.1. Rejects with `DocumentError` where the document has errors, and with the system's error where the port is taken. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { file, overlays = [], only = [], without = [], upstream, port, silenceMs, onLine } = options;
  // The whole of it knows what passes, credentials among it, whatever is held.
  const { api, document } = await readDocument(file, { overlays });
  const part = (await readDocument(document, { only, without })).api;
  const base = upstream.pathname.replace(/(?<!\/)\/+$/, "");
  const held = new Set(part.operations.map(({ id }) => id));
  const context = { document, api, validator: createValidator(document, api), paths: servedPaths(api, base), held };
  const secrets = createSecrets(api, context.paths);
  const record = createRecord(part, upstream);
  let judging = Promise.resolve();
  const judge = async (passed: Passed): Promise<void> => {
    secrets.learn(passed.request, passed.answer);
    const judged = redacted(await judgePassed(passed, context).catch(unjudged), secrets.redact);
    const path = secrets.redact(passed.request.target.split("?")[0] ?? "");
    if (judged.isLeftOut !== true) record.add(nameOf(judged, passed, path), passed, judged);
    onLine(lineOf(judged, passed, path), judged.findings.length > 0);
  };
  const relay = await openRelay({
    ...limits,
    upstream,
    port,
    silenceMs,
    // One after the other, so that what is printed and recorded has the order of the exchanges.
    onPassed: (passed) => {
      judging = judging.then(() => judge(passed));
    },
    onLost: (message, isFault) => {
      record.lose(message, isFault);
      onLine(`${message}\n`, isFault);
    },
  });
  return {
    title: api.title,
    url: `${relay.origin}${base}`,
    async stop() {
      await relay.close();
      await judging;
      return record.report();
    },
  };
}

/** A schema that cannot be compiled is a finding, and the proxy goes on. */
function unjudged(error: unknown): Judged {
  const message = `it cannot be judged: ${error instanceof Error ? error.message : String(error)}`;
  return { match: { kind: "unknown path" }, findings: [{ oracle: "request", message }], notes: [] };
}

function redacted(judged: Judged, redact: (text: string) => string): Judged {
  const findings = judged.findings.map(({ oracle, message }) => ({ oracle, message: redact(message) }));
  return { ...judged, findings };
}

/** Exchanges of one name differ in their values alone. */
function nameOf({ match }: Judged, { request, answer }: Passed, path: string): string {
  const what = match.kind === "operation" ? match.operation.id : `${request.method} ${path}`;
  return `${what}: ${answer?.status ?? "no answer"}`;
}

/** Method, path and status; never the query or a header, where credentials travel. */
function lineOf({ match, findings, notes, isLeftOut }: Judged, { request, answer }: Passed, path: string): string {
  const operation = match.kind === "operation" ? `  (${match.operation.id})` : "";
  const remarks = [...findings.map(({ oracle, message }) => `${oracle}: ${message}`), ...notes];
  const verdict = isLeftOut === true ? "·" : findings.length === 0 ? "✓" : "✗";
  const status = answer?.status ?? "no answer";
  return `${verdict} ${request.method} ${path} ${status}${operation}\n${remarks.map((one) => `  ${one}\n`).join("")}`;
}
