import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { loadDocument } from "@facsimile/document";
import { openRawServer } from "../../contract/test/raw-server.js";
import { teaDocument } from "../../contract/test/tea-package.js";
import { openMockServer } from "../../mock/src/index.js";
import { close, listen } from "../../mock/src/wire/index.js";
import type { CommandIo } from "../src/command.js";
import { facsimile } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

const open: { close(): unknown }[] = [];

/** What a test opens is closed after it. */
export function closeLater(close: () => unknown): void {
  open.push({ close });
}

export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.close()));
}

/** A server of the document, or of one that differs in one word. */
export async function mockOfTea(from = "", to = ""): Promise<string> {
  const { document } = await loadDocument(fileURLToPath(teaDocument));
  if (document === undefined) throw new Error("tea.yaml has errors.");
  const json = JSON.parse(JSON.stringify(document.json).replaceAll(from, to));
  const url = "https://tea.example.com/v2";
  const server = await openMockServer(json, {
    operations: [],
    servers: [{ url, name: undefined, description: undefined, variables: [] }],
  });
  open.push(server);
  return server.url;
}

export async function rawServer(answer: Parameters<typeof openRawServer>[0]): ReturnType<typeof openRawServer> {
  const server = await openRawServer(answer);
  open.push(server);
  return server;
}

/** A server that gives the same answer to everything. */
export async function answering(
  status: number,
  headers: Record<string, string>,
  body: string | Buffer,
): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  });
  const port = await listen(server, 0);
  open.push({ close: () => close(server) });
  return `http://127.0.0.1:${port}/v2`;
}

/** Runs `facsimile proxy`. */
export function proxy(args: readonly string[], io: CommandIo): Promise<number> {
  return facsimile("proxy", args, io);
}

/** A proxy that runs. */
export interface Running {
  /** What an application takes as its base URL. */
  readonly url: string;
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  /** Stops it, and tells how it ended. */
  stop(): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

/** `facsimile proxy` in front of a server. */
export async function startProxy(
  server: string,
  args: readonly string[] = [],
  document = "tea.yaml",
): Promise<Running> {
  const terminal = openTerminal();
  const running = proxy([document, "--server", server, ...args], terminal.io);
  closeLater(terminal.stop);
  const [, url = ""] = await terminal.shows(/^\w+ at (http:\S+), for/m);
  const stop = async (): ReturnType<Running["stop"]> => {
    terminal.stop();
    const code = await running;
    return { ...terminal.written, code };
  };
  return { url, shows: terminal.shows, stop };
}
