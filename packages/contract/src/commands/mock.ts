import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Api, Command, CommandIo, ExitCode } from "@facsimile/codegen";
import { DocumentError, readDocument } from "../document/read-document.js";
import type { Exchange } from "../server/exchange.js";
import { type MockServer, openMockServer } from "../server/mock-server.js";

const usage = `Usage: facsimile mock <document>... [--port <number>]

Starts a mock server for each OpenAPI document, on 127.0.0.1, and answers with the examples of the document
until it is stopped (Ctrl-C).

  --port <number>  port of the first server; the next document gets the next port. Default: free ones.
  --help           this text

A request may ask for one of the documented answers:
  Prefer: code=404        the answer with that status
  Prefer: example=empty   the example of that name
  Prefer: dynamic=true    invented values instead of examples

Exit codes: 0 stopped, 1 a document that cannot be served or a port that is taken, 2 wrong usage.
`;

interface Arguments {
  readonly documents: readonly string[];
  readonly port: number | undefined;
}

interface Served {
  readonly file: string;
  readonly api: Api;
  readonly server: MockServer;
}

/** `facsimile mock`. */
export const mockCommand: Command = { summary: "serve the answers of an OpenAPI document", usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const read = readArguments(args);
  if (read === "help") {
    io.stdout.write(usage);
    return 0;
  }
  if (typeof read === "string") {
    io.stderr.write(`${read}\n\n${usage}`);
    return 2;
  }
  return serve(read, io);
}

/** The arguments, or what is wrong with them in one sentence. */
function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { port: { type: "string" }, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (values.help) return "help";
    if (positionals.length === 0) return "facsimile mock: name at least one OpenAPI document.";
    if (values.port !== undefined && !isPort(values.port)) {
      return `facsimile mock: --port takes a number from 1 to 65535, not ${JSON.stringify(values.port)}.`;
    }
    return { documents: positionals, port: values.port === undefined ? undefined : Number(values.port) };
  } catch (error) {
    return `facsimile mock: ${messageOf(error)}`;
  }
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

async function serve({ documents, port }: Arguments, io: CommandIo): Promise<ExitCode> {
  const served: Served[] = [];
  try {
    for (const [index, file] of documents.entries()) {
      const one = await open(file, port === undefined ? undefined : port + index, io);
      served.push(one);
      io.stdout.write(announcement(one));
    }
    io.stdout.write("Press Ctrl-C to stop.\n");
    await stopped(io.signal);
    return 0;
  } catch (error) {
    io.stderr.write(`${explain(error)}\n`);
    return 1;
  } finally {
    await Promise.all(served.map(({ server }) => server.close()));
  }
}

async function open(file: string, port: number | undefined, io: CommandIo): Promise<Served> {
  const { document, api } = await readDocument(resolve(io.cwd, file));
  const onExchange = (exchange: Exchange): void => void io.stdout.write(exchangeLine(exchange));
  const server = await openMockServer(document.json, api, { onExchange, ...(port === undefined ? {} : { port }) });
  return { file, api, server };
}

function announcement({ file, api, server }: Served): string {
  const width = Math.max(0, ...api.operations.map(({ id }) => id.length));
  const lines = api.operations.map(
    ({ id, method, path }) => `  ${id.padEnd(width)}  ${method.toUpperCase().padEnd(6)} ${path}`,
  );
  return `${api.title} (${file}) at ${server.url}\n${lines.join("\n")}\n`;
}

/** Method, path and status; never the query or a header, where credentials travel. */
function exchangeLine({ request, answer, operation, violations, fault }: Exchange): string {
  const path = request.target.split("?")[0];
  const remarks = [...violations.map(({ message }) => message), ...(fault === undefined ? [] : [fault])];
  const matched = operation === undefined ? "" : `  (${operation.path})`;
  return `${request.method} ${path} ${answer.status}${matched}\n${remarks.map((remark) => `  ${remark}\n`).join("")}`;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function explain(error: unknown): string {
  if (error instanceof DocumentError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === "EADDRINUSE")
    return `facsimile mock: port ${port} is taken; choose another with --port, or leave it out.`;
  return `facsimile mock: ${messageOf(error)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
