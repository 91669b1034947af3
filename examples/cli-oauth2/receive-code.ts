import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Where a browser comes back to after a person has signed in. */
export interface Returning {
  readonly redirectUri: string;
  /** Resolves to the code; rejects where the person says no, or lets two minutes pass. */
  readonly code: Promise<string>;
}

/** Listens on a free port of this machine, until someone comes back with the `state` of this sign-in. */
export async function receiveCode(state: string): Promise<Returning> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A cast because a server on a port has an address of this form.
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/back`;
  const code = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("nobody signed in within two minutes")), 120_000);
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const { searchParams } = new URL(request.url ?? "", redirectUri);
      // Another page may send a person here with a code of its own, and browsers ask for an icon.
      if (searchParams.get("state") !== state)
        return void response.writeHead(400).end("This is not the sign-in that began.");
      clearTimeout(late);
      response.setHeader("connection", "close").end("Back to the terminal: this page can be closed.");
      const received = searchParams.get("code");
      if (received === null) reject(new Error(searchParams.get("error") ?? "the browser came back without a code"));
      else resolve(received);
    });
  });
  return { redirectUri, code: code.finally(() => server.close()) };
}
