import { resolve } from "node:path";
import type { Api, Operation } from "@facsimile/document";
import { visible } from "@facsimile/document/diagnostics";
import type { Exchange, MockServer } from "@facsimile/mock";
import { stopped } from "../arguments.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { readTargets } from "../config/targets.js";
import { documentOptions, readDocumentOptions } from "../document-options.js";
import { parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { readSendOptions, send, sendOptions, type ToServe } from "./mock-send.js";

const usage = `Usage: facsimile mock [<document>...] [options]

       facsimile mock <document> --send <webhook> --to <url> [options]

Starts a mock server for each OpenAPI document, on 127.0.0.1, and answers with the examples of the document
until it is stopped (Ctrl-C). Without a document those of facsimile.config.yaml are served.

  --port <number>    port of the first server; the next document gets the next port. Default: free ones.
  --overlay <file>   an OpenAPI Overlay that is applied to each document first; may be given several times
  --only <which>     serves these operations alone: tag:Users, path:/users/**, operation:list* or deprecated; may be
                     given several times. Default: all
  --without <which>  does not serve these, written in the same way
  --config <file>    the configuration. Default: facsimile.config.yaml in this folder, where there is one
  --help             this text

With --send, an event of a webhook or a callback is sent to a receiver, and the answer is held against the document.
  --send <webhook>   its name in packages, or its key in the document: the first example, or a value made from its schema
  --to <url>         where the receiver is
  --secret <secret>  signs it by Standard Webhooks. Default: the environment variable FACSIMILE_WEBHOOK_SECRET, which
                     histories and lists of processes do not show; without one it is not signed

A request may ask for one of the documented answers:
  Prefer: code=404        the answer with that status
  Prefer: example=empty   the example of that name
  Prefer: dynamic=true    invented values instead of examples

Exit codes: 0 stopped, or sent and answered as the document states, 1 a document that cannot be served, a port that is
taken or another answer, 2 wrong usage.
`;

interface Served {
  readonly file: string;
  readonly api: Api;
  readonly server: MockServer;
}

/** `facsimile mock`. */
export const mockCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { port: "text", ...sendOptions, ...documentOptions });
  const port = given.number("port", 1, 65535);
  const order = readSendOptions(given, io);
  const { targets } = await readTargets(given, io);
  const documents = targets.map(({ document, entry }) => {
    return { file: document, choices: readDocumentOptions(given, io.cwd, entry) };
  });
  return order === undefined ? serve(documents, port, io) : send(order, documents, io);
}

async function serve(documents: readonly ToServe[], port: number | undefined, io: CommandIo): Promise<ExitCode> {
  const served: Served[] = [];
  try {
    for (const [index, document] of documents.entries()) {
      const one = await open(document, port === undefined ? undefined : port + index, io);
      served.push(one);
      io.stdout.write(announcement(one));
    }
    io.stdout.write("Press Ctrl-C to stop.\n");
    await stopped(io.signal);
    return 0;
  } finally {
    await Promise.all(served.map(({ server }) => server.close()));
  }
}

async function open({ file, choices }: ToServe, port: number | undefined, io: CommandIo): Promise<Served> {
  const mock = await loadPeer("@facsimile/mock", ["explainPort", "openMockServer", "readDocument"]);
  const { document, api } = await mock.readDocument(resolve(io.cwd, file), choices);
  const onExchange = (exchange: Exchange): void => void io.stdout.write(exchangeLine(exchange));
  const server = await mock
    .openMockServer(document.json, api, {
      onExchange,
      ...(port === undefined ? {} : { port }),
    })
    .catch((error: unknown) => {
      throw mock.explainPort(error, port);
    });
  return { file, api, server };
}

function announcement({ file, api, server }: Served): string {
  const width = Math.max(0, ...api.operations.map(({ id }) => id.length));
  const lines = api.operations.map((operation) => {
    const { id, method, path } = operation;
    return `  ${id.padEnd(width)}  ${method.toUpperCase().padEnd(6)} ${path}${ownPlace(server, operation)}`;
  });
  return [`${api.title} (${file}) at ${server.url}`, ...lines].map((line) => `${visible(line)}\n`).join("");
}

/** Where an operation is besides, that has a server of its own. */
function ownPlace({ paths }: MockServer, operation: Operation): string {
  const own = paths.own.get(operation);
  return own === undefined ? "" : `, also ${own.path}${operation.path} for ${own.url}`;
}

/** Method, path and status; never the query or a header, where credentials travel. */
function exchangeLine({ request, answer, operation, violations, fault }: Exchange): string {
  const path = request.target.split("?")[0];
  const remarks = [...violations.map(({ message }) => message), ...(fault === undefined ? [] : [fault])];
  const matched = operation === undefined ? "" : `  (${operation.path})`;
  const lines = [`${request.method} ${path} ${answer.status}${matched}`, ...remarks.map((remark) => `  ${remark}`)];
  return lines.map((line) => `${visible(line)}\n`).join("");
}
