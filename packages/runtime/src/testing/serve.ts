import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { afterEach } from "vitest";

/** A request as it reached the wire. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Answer = (asked: Asked, response: ServerResponse, number: number) => void;

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Starts an HTTP server on loopback that ends with the test. */
export async function serve(answer: Answer): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      asked.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(asked.at(-1) as Asked, response, asked.length);
    });
  });
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: await listen(server), asked };
}

/** Starts a server that speaks for itself, byte by byte, once a request has begun to arrive. */
export async function serveBytes(
  speak: (socket: Socket, number: number, request: Buffer) => void,
): Promise<{ url: string }> {
  const sockets = new Set<Socket>();
  let number = 0;
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", (request) => speak(socket, ++number, request));
  });
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: await listen(server) };
}

/** The address of a port that nothing listens on. */
export async function unusedUrl(): Promise<string> {
  const server = createSocketServer();
  const url = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
