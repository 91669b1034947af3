import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on 127.0.0.1. Resolves to the port; 0 takes a free one. Rejects where the port is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Node gives an AddressInfo for every server that listens on a port.
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Resolves when the port is free again. Exchanges under way get that long to come to their end; then their connections are cut. */
export function close(server: Server, graceMs = 0): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearTimeout(cut);
      error === undefined ? resolve() : reject(error);
    });
    server.closeIdleConnections();
  });
}

/** The system's error for a port, in words. */
export function explainPort(error: unknown, port: number | undefined): unknown {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return isTaken ? new Error(`port ${port} is taken; choose another with --port, or leave it out.`) : error;
}
