import { send } from "../wire/send.js";
import type { Answering } from "./answering.js";

/** Hops of a connection, which are not for the other side (RFC 9110, 7.6.1), and what `send` writes itself. */
const ownHeaders = new Set([
  "connection",
  "keep-alive",
  "host",
  "transfer-encoding",
  "content-length",
  "upgrade",
  "te",
  "trailer",
  "proxy-connection",
]);

/** Hands each request on to another server and its answer back. */
export function forwardTo(upstream: URL): Answering {
  return {
    async answer({ method, target, headers, body }) {
      const kept = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
      const length = body.length === 0 ? [] : [["Content-Length", String(body.length)] as const];
      const answer = await send(upstream, { method, target, headers: [...kept, ...length], body });
      const back = answer.headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
      return { answer: { ...answer, headers: back }, operation: undefined, violations: [] };
    },
  };
}
