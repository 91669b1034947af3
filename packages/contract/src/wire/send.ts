import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { type HeaderLine, headerLines, type RawAnswer } from "@facsimile/mock/wire";

/** How long an answer may take. */
const timeoutMs = 10_000;

/** A request whose every byte is said. */
export interface Sendable {
  readonly method: string;
  /** Path and query, without the path of the server. */
  readonly target: string;
  readonly headers: readonly HeaderLine[];
  readonly body: Buffer | undefined;
}

/** Sends a request below a URL as it is. Rejects where there is no answer. */
export function send(base: URL, { method, target, headers, body }: Sendable): Promise<RawAnswer> {
  const request = base.protocol === "https:" ? httpsRequest : httpRequest;
  const path = `${base.pathname.replace(/\/+$/, "")}${target}`;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname: hostnameOf(base), port: base.port, path, method });
    for (const [name, value] of headers) sent.appendHeader(name, value);
    sent.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: headerLines(answer.rawHeaders),
          body: Buffer.concat(chunks),
        }),
      );
      answer.on("error", reject);
    });
    // A server that goes on and on counts too, so that this is no limit for silence alone.
    const late = setTimeout(() => {
      reject(new Error(`no whole answer within ${timeoutMs} ms`));
      sent.destroy();
    }, timeoutMs);
    sent.on("close", () => clearTimeout(late));
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The host of a URL as the system takes it: an IPv6 address without its brackets. */
export function hostnameOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
