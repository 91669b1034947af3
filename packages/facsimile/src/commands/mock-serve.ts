import type { GivenDocument } from "@facsimile/document";
import type { Cors, MockServer } from "@facsimile/mock";
import { stopped } from "../arguments.js";
import type { CommandIo, ExitCode } from "../command.js";
import type { DocumentChoices } from "../document-options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { watchFiles } from "../watch.js";
import { type MockLog, openLog } from "./mock-log.js";

/** A document, by its path, by the package that carries it or by what is in no file, and how it is read. */
export interface ToServe {
  readonly file: string;
  readonly source: string | GivenDocument;
  readonly choices: DocumentChoices;
}

/** How documents are served. */
export interface ServeOptions {
  readonly port: number | undefined;
  readonly state: boolean | "empty";
  readonly watch: boolean;
  readonly cors: Cors;
  readonly allowHosts: readonly string[];
  readonly log: "text" | "json";
}

type Mock = Pick<typeof import("@facsimile/mock"), "createSecrets" | "explainPort" | "openMockServer" | "readDocument">;

/** What is served now. */
interface Served {
  readonly server: MockServer;
  readonly log: MockLog;
  files: readonly string[];
}

/** Serves until the command is to stop. */
export async function serve(documents: readonly ToServe[], options: ServeOptions, io: CommandIo): Promise<ExitCode> {
  const mock = await loadPeer("@facsimile/mock", ["createSecrets", "explainPort", "openMockServer", "readDocument"]);
  const served: Served[] = [];
  try {
    for (const [index, document] of documents.entries()) {
      const port = options.port === undefined ? undefined : options.port + index;
      served.push(await open(mock, document, { ...options, port }, io));
    }
    if (options.log === "text") noticesOf(io).write("Press Ctrl-C to stop.\n");
    const ended = documents.map((document, index) => {
      const one = served[index];
      return options.watch && one !== undefined ? follow(mock, document, one, io) : stopped(io.signal);
    });
    await Promise.all(ended);
    return 0;
  } finally {
    await Promise.all(served.map(({ server }) => server.close()));
  }
}

async function open(
  mock: Mock,
  { file, source, choices }: ToServe,
  options: ServeOptions,
  io: CommandIo,
): Promise<Served> {
  const { document, api, files } = await mock.readDocument(source, { ...choices, from: io.cwd });
  const log = openLog(options.log, file, mock.createSecrets, io);
  const { port, state, cors, allowHosts } = options;
  const server = await mock
    .openMockServer(document.json, api, {
      state,
      cors,
      allowHosts,
      onExchange: log.exchange,
      ...(port === undefined ? {} : { port }),
    })
    .catch((error: unknown) => {
      throw mock.explainPort(error, port);
    });
  log.served(api, server);
  return { server, log, files };
}

/** Serves a document anew whenever it changes. One that cannot be served is told, and what was served before stays. */
function follow(mock: Mock, { source, choices }: ToServe, served: Served, io: CommandIo): Promise<void> {
  const files = (): readonly string[] => [...served.files, ...choices.overlays];
  return watchFiles(files, io.signal, async () => {
    try {
      const read = await mock.readDocument(source, { ...choices, from: io.cwd });
      await served.server.replace(read.document.json, read.api);
      served.files = read.files;
      served.log.served(read.api, served.server);
    } catch (error) {
      served.log.broken(error instanceof Error ? error.message : String(error));
    }
  });
}
