import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A server that says and does whatever a test wants, byte by byte. */
export interface RawServer {
  readonly url: string;
  /** All that it was sent. */
  readonly received: () => string;
  close(): Promise<void>;
}

/** Calls back when the head of a request is there; there is one request a connection. */
export async function openRawServer(answer: (socket: Socket, head: string) => void): Promise<RawServer> {
  let received = "";
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let isAnswered = false;
    let head = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      head += chunk.toString("latin1");
      if (isAnswered || !head.includes("\r\n\r\n")) return;
      isAnswered = true;
      answer(socket, head);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Sends bytes and resolves to all that comes back until the connection is closed. */
export function sendBytes(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
  });
}
