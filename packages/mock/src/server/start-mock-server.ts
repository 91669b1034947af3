import type { Api, Document } from "@facsimile/document";
import type { Exchange } from "../wire/exchange.js";
import { type MockServer, openMockServer } from "./mock-server.js";
import { readDocument } from "./read-document.js";

export interface StartOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** The only interface that is served. */
  readonly host?: "127.0.0.1";
  /** Milliseconds that a stream waits before each item but the first. Default: 50. */
  readonly pauseMs?: number;
}

/** A mock server that keeps what it saw. */
export interface RecordingMockServer extends MockServer {
  readonly api: Api;
  /** All exchanges so far, oldest first. */
  readonly exchanges: readonly Exchange[];
}

/**
 * Starts a mock of an OpenAPI document, in this process, on 127.0.0.1. Rejects with `DocumentError` where the document has errors, and with
 * the system's error where the port is taken.
 */
export async function startMockServer(
  source: Document | string,
  options: StartOptions = {},
): Promise<RecordingMockServer> {
  const { document, api } = await readDocument(source);
  const exchanges: Exchange[] = [];
  const server = await openMockServer(document.json, api, {
    onExchange: (exchange) => exchanges.push(exchange),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  });
  return { url: server.url, paths: server.paths, api, exchanges, close: () => server.close() };
}
