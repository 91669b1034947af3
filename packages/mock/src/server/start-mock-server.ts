import type { Api, Document } from "@facsimile/document";
import type { Exchange } from "../wire/exchange.js";
import { refusalOf } from "../wire/refusal.js";
import { isPreflight } from "./cors.js";
import { type MockServer, type MockServerOptions, openMockServer } from "./mock-server.js";
import { readDocument } from "./read-document.js";

export interface StartOptions
  extends Pick<MockServerOptions, "port" | "pauseMs" | "timeoutMs" | "cors" | "allowHosts" | "state"> {
  /** The only interface that is served. */
  readonly host?: "127.0.0.1";
  /** The folder from which relative paths and packages are looked for. Default: the working directory. */
  readonly from?: string;
}

/** A mock server that keeps what it saw. */
export interface RecordingMockServer extends MockServer {
  readonly api: Api;
  /** All exchanges so far, oldest first, without the preflights that browsers send by themselves. */
  readonly exchanges: readonly Exchange[];
  /** Forgets the exchanges, and what was created, changed and deleted where that is remembered: everything is as it was at the start. */
  reset(): void;
  /** What the document does not allow in the requests so far, a line for each that it refuses, oldest first. */
  refusals(): readonly string[];
}

/**
 * Starts a mock of an OpenAPI document, in this process, on 127.0.0.1. Rejects with `DocumentError` where the document has errors, and with
 * the system's error where the port is taken.
 *
 * @param source - the path of a document, the name of an installed package that carries one, or a document that is loaded already
 */
export async function startMockServer(
  source: Document | string,
  { host: _host, from, ...options }: StartOptions = {},
): Promise<RecordingMockServer> {
  const { document, api } = await readDocument(source, from === undefined ? {} : { from });
  const exchanges: Exchange[] = [];
  const onExchange = (exchange: Exchange): void => {
    if (!isPreflight(exchange.request)) exchanges.push(exchange);
  };
  const server = await openMockServer(document.json, api, { ...options, onExchange });
  const { reset } = server;
  return Object.assign(server, {
    api,
    exchanges,
    refusals: () => exchanges.flatMap((exchange) => refusalOf(exchange) ?? []),
    reset() {
      exchanges.length = 0;
      reset();
    },
  });
}
