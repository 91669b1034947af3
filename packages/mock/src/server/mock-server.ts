import { createServer } from "node:http";
import type { Api, JsonObject, Operation } from "@facsimile/document";
import { createPrismMock } from "../prism/mock.js";
import type { Exchange } from "../wire/exchange.js";
import { close, listen } from "../wire/listen.js";
import { type ServedPaths, servedPaths } from "../wire/served-paths.js";
import type { Cors } from "./cors.js";
import { doorsOf } from "./doors.js";
import { type Guarded, title } from "./guard.js";
import { type Interceptor, serve, type Way } from "./serve.js";

export type { Interceptor };

export interface MockServerOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Called after each answer, with the milliseconds that it took. */
  readonly onExchange?: (exchange: Exchange, ms: number) => void;
  /** How many milliseconds one answer may take. Default: 5000. */
  readonly timeoutMs?: number;
  /** How many milliseconds a stream waits before each item but the first. Default: 50. */
  readonly pauseMs?: number;
  /** Which pages in browsers may read the answers. Default: those of this machine. */
  readonly cors?: Cors;
  /** Names by which the server may be asked for besides `localhost` and the like, without a port: `api.test`. Default: none. */
  readonly allowHosts?: readonly string[];
  /**
   * Whether what is created, changed and deleted is remembered: `true` begins with what the examples of lists show, `"empty"` with nothing. Default:
   * false, every answer is an example.
   */
  readonly state?: boolean | "empty";
  readonly interceptor?: Interceptor;
  /**
   * The operation that the next request is meant for, of several whose server, method and path are the same. Default: the first that the request fits.
   */
  readonly meant?: () => Operation | undefined;
}

/** A way on which the document may change. */
interface OpenWay extends Way {
  mock: Mocked;
}

interface Mocked extends Guarded {
  reset(): void;
}

/** A mock of one document on the loopback interface. */
export interface MockServer {
  /** What a client takes as its base URL: `http://127.0.0.1:4010/rest/v2`, with the path of the document's first server. */
  readonly url: string;
  /** What comes before the paths of the document: operations with a server of their own are served under the path of that too. */
  readonly paths: ServedPaths;
  /** Answers by another document from now on, at the same port. Rejects, and goes on as before, where Prism cannot read it. */
  replace(document: JsonObject, api: Pick<Api, "servers" | "operations">): Promise<void>;
  /** Forgets what was created, changed and deleted, where that is remembered. */
  reset(): void;
  /** Resolves when the port is free again. Connections that are still open are cut. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Rejects where the port is taken, or where Prism cannot read the document. */
export async function openMockServer(
  document: JsonObject,
  api: Pick<Api, "servers" | "operations">,
  options: MockServerOptions = {},
): Promise<MockServer> {
  const guard = (json: JsonObject, model: Pick<Api, "servers" | "operations">): Promise<Mocked> =>
    mocked(json, model, options);
  const way: OpenWay = {
    doors: doorsOf(options),
    mock: await guard(document, api),
    interceptor: options.interceptor ?? { request: (request) => request, answer: (answer) => answer },
    onExchange: options.onExchange ?? (() => {}),
    pauseMs: options.pauseMs ?? 50,
  };
  // A client that keeps a connection may be about to use it, however long this process was busy meanwhile.
  const server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => void serve(way, incoming, outgoing));
  const port = await listen(server, options.port ?? 0);
  return {
    get url() {
      return `http://127.0.0.1:${port}${way.mock.paths.base}`;
    },
    get paths() {
      return way.mock.paths;
    },
    async replace(json, model) {
      way.mock = await guard(json, model);
    },
    reset: () => way.mock.reset(),
    close: () => close(server),
  };
}

async function mocked(
  document: JsonObject,
  api: Pick<Api, "servers" | "operations">,
  { timeoutMs = 5000, state = false, meant = () => undefined }: MockServerOptions,
): Promise<Mocked> {
  const prism = await createPrismMock(document, timeoutMs);
  const guard = { behind: prism, api, paths: servedPaths(api), timeoutMs, meant, reset: () => {} };
  if (state === false) return guard;
  const { withMemory } = await import("../state/memory.js");
  const memory = withMemory(prism, document, {
    isEmpty: state === "empty",
    base: guard.paths.base,
    limitMs: timeoutMs,
    title,
  });
  return { ...guard, behind: memory, reset: memory.reset };
}
