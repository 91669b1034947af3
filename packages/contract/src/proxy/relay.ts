import { createServer } from "node:http";
import { close, listen } from "@facsimile/mock/wire";
import { type Onward, passOn } from "./pass-on.js";

export interface RelayOptions extends Onward {
  /** Default: a free one. */
  readonly port: number | undefined;
}

/** A server on the loopback interface that stands in front of another. */
export interface Relay {
  /** `http://127.0.0.1:4010`, without a path: the paths are those of the server behind. */
  readonly origin: string;
  /** Lets what is under way come to its end, for a second; then cuts it. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 and hands each request on to the server and each answer back: targets, header lines and bodies as they are, bodies while
 * they come. Rejects where the port is taken.
 */
export async function openRelay({ port: wanted, ...onward }: RelayOptions): Promise<Relay> {
  const server = createServer({ maxHeaderSize: onward.maxHeaderSize }, (incoming, outgoing) =>
    passOn(onward, incoming, outgoing),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code?.startsWith("HPE_")) onward.onLost(`the application sent what is no HTTP (${error.code})`, true);
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  server.on("connect", (_request, socket) => {
    onward.onLost("the application asked for a tunnel (CONNECT): give it the address of the proxy as base URL", true);
    socket.end("HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n");
  });
  const port = await listen(server, wanted ?? 0);
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server, 1000) };
}
