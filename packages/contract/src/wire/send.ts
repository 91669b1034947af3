import { request as httpRequest, validateHeaderName, validateHeaderValue } from "node:http";
import { request as httpsRequest } from "node:https";
import { type HeaderLine, headerLines, type RawAnswer } from "@facsimile/mock/wire";

/** How much of a server is waited for. */
export interface SendLimits {
  /** From the request to the end of the answer. */
  readonly timeoutMs: number;
  /** Bytes of a body; what is longer is cut off there. */
  readonly longestBody: number;
}

/** Longer than what any operation answers that is worth a look. */
export const defaultLimits: SendLimits = { timeoutMs: 10_000, longestBody: 8 * 1024 * 1024 };

/** A server did not give a whole answer within the limits. */
export class NoWholeAnswerError extends Error {
  override readonly name = "NoWholeAnswerError";
}

/** A request whose every byte is said. */
export interface Sendable {
  readonly method: string;
  /** Path and query, without the path of the server. */
  readonly target: string;
  readonly headers: readonly HeaderLine[];
  readonly body: Buffer | undefined;
}

/** Sends a request below a URL as it is. Rejects where there is no answer, and with {@link NoWholeAnswerError} where it goes beyond the limits. */
export function send(
  base: URL,
  { method, target, headers, body }: Sendable,
  { timeoutMs, longestBody }: SendLimits = defaultLimits,
): Promise<RawAnswer> {
  const request = base.protocol === "https:" ? httpsRequest : httpRequest;
  const path = `${base.pathname.replace(/(?<!\/)\/+$/, "")}${target}`;
  return new Promise((resolve, reject) => {
    // Before there is a connection, which nobody would listen to any more.
    for (const [name, value] of headers) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    const sent = request({ hostname: hostnameOf(base), port: base.port, path, method });
    const giveUp = (reason: string): void => {
      reject(new NoWholeAnswerError(reason));
      sent.destroy();
    };
    for (const [name, value] of headers) sent.appendHeader(name, value);
    sent.on("response", (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length <= longestBody) chunks.push(chunk);
        else giveUp(`the body is longer than ${longestBody / 1024 / 1024} MiB, and was cut off there`);
      });
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
    const late = setTimeout(() => giveUp(`no whole answer within ${timeoutMs} ms`), timeoutMs);
    sent.on("close", () => clearTimeout(late));
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The host of a URL as the system takes it: an IPv6 address without its brackets. */
export function hostnameOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
