import { createServer } from "node:http";
import { connect } from "node:net";
import { listen, type Running } from "../listen.js";

/** An HTTP proxy on loopback that makes tunnels (RFC 9110 9.3.6): to the servers of the pages, whatever their names are elsewhere. */
export function startProxy(target: string): Promise<Running> {
  const { hostname, port } = new URL(target);
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on("connect", (_, socket) => {
    const onward = connect(Number(port), hostname, () => socket.write("HTTP/1.1 200 Connected\r\n\r\n"));
    onward.pipe(socket).pipe(onward);
    for (const one of [onward, socket]) one.on("error", () => {});
    socket.on("close", () => onward.destroy());
  });
  return listen(proxy);
}
