import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, type Running } from "../listen.js";

/** A cache for turbo in memory: the part of its protocol that keeping and fetching artifacts needs. */
export interface CacheServer extends Running {
  /** The hashes of the artifacts that were kept. */
  readonly kept: ReadonlyMap<string, Artifact>;
  /** The hashes that were asked for and found, in turn. */
  readonly served: readonly string[];
}

interface Artifact {
  readonly body: Buffer;
  /** How long the task took that made it, in milliseconds: turbo says how much time was saved. */
  readonly duration: string;
}

/** Listens on this machine alone, and takes only requests with the token. */
export async function startCacheServer(token: string): Promise<CacheServer> {
  const kept = new Map<string, Artifact>();
  const served: string[] = [];
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    if (!isKnown) response.writeHead(401).end();
    else void answer(request, response, kept, served);
  });
  return { ...(await listen(server)), kept, served };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  kept: Map<string, Artifact>,
  served: string[],
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
  const name = pathname.replace("/v8/artifacts/", "");
  const body = await readBody(request);
  if (name === "status") return json(response, 200, { status: "enabled" });
  if (name === "events") return json(response, 200, {});
  if (request.method === "PUT") {
    kept.set(name, { body, duration: String(request.headers["x-artifact-duration"] ?? 0) });
    return json(response, 202, { urls: [] });
  }
  const artifact = kept.get(name);
  if (artifact === undefined) return json(response, 404, {});
  if (request.method === "GET") served.push(name);
  response.writeHead(200, { "content-type": "application/octet-stream", "x-artifact-duration": artifact.duration });
  response.end(request.method === "HEAD" ? undefined : artifact.body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
