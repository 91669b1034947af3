import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback. */
export interface Running {
  readonly url: string;
  readonly close: () => Promise<unknown>;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function listen(server: Server): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A cast because a server on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
