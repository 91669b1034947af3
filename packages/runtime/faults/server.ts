import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { createCertificate } from "./certificate.js";
import type { Fault } from "./fault.js";
import { type SeenRequest, type Surroundings, Wire } from "./wire.js";

/** A server that fails in one way, on a free port of the loopback interface. */
export interface FaultServer {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** Breaks all connections, and from now on each as soon as it is made: a latecomer must not meet another server at the same port. */
  readonly retire: () => void;
  /** Stops listening. */
  readonly close: () => Promise<void>;
}

/** Below the ports that systems give to those who ask for any (RFC 6335 6), so that nobody else is found where nothing listens. */
const unusedPorts = { from: 20_000, count: 10_000 };

export async function startServer(
  fault: Pick<Fault, "answer" | "connect" | "server">,
  surroundings: Omit<Surroundings, "origin">,
): Promise<FaultServer> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let origin = "";
  let retired = false;
  const accept = (socket: Socket): void => {
    if (retired) return void socket.destroy();
    connections++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const around = { ...surroundings, origin };
    if (fault.connect) fault.connect(new Wire(socket, around));
    else
      readRequests(socket, (request) => {
        requests.push(request);
        fault.answer?.(new Wire(socket, around, requests.length, request));
      });
  };
  const certified = fault.server === "tls" || fault.server === "trusted";
  const server = certified ? createTlsServer(createCertificate(), accept) : createTcpServer(accept);
  const port = fault.server === "closed" ? unusedPorts.from + Math.floor(Math.random() * unusedPorts.count) : 0;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const scheme = certified || fault.server === "https" ? "https" : "http";
  // RFC 6761 6.4: a name below `invalid` is never resolved.
  const host = fault.server === "unresolved" ? "nowhere.invalid" : "127.0.0.1";
  origin = `${scheme}://${host}:${(server.address() as AddressInfo).port}`;
  if (fault.server === "closed") await stop(server, sockets);
  const retire = (): void => {
    retired = true;
    for (const socket of sockets) socket.destroy();
  };
  return { origin, requests, connections: () => connections, retire, close: () => stop(server, sockets) };
}

function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Splits what arrives into requests: a head, and a body by `content-length` or in chunks. */
function readRequests(socket: Socket, onRequest: (request: SeenRequest) => void): void {
  let received = "";
  socket.setEncoding("latin1").on("data", (piece) => {
    received += piece;
    for (let read = readRequest(received); read; read = readRequest(received)) {
      received = received.slice(read.length);
      onRequest(read.request);
    }
  });
}

function readRequest(received: string): { request: SeenRequest; length: number } | undefined {
  const end = received.indexOf("\r\n\r\n") + 4;
  if (end < 4) return undefined;
  const [first = "", ...lines] = received.slice(0, end - 4).split("\r\n");
  const [method = "", target = ""] = first.split(" ");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const length = bodyLength(headers, received.slice(end));
  if (length === undefined || received.length < end + length) return undefined;
  return { request: { method, target, headers, body: received.slice(end, end + length) }, length: end + length };
}

function bodyLength(headers: Readonly<Record<string, string>>, rest: string): number | undefined {
  if (headers["transfer-encoding"] !== "chunked") return Number(headers["content-length"] ?? 0);
  const end = rest.indexOf("0\r\n\r\n");
  return end < 0 ? undefined : end + 5;
}
