import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { streamFormatOf } from "@facsimile/document";
import { headerOf, type RawAnswer } from "../wire/exchange.js";

/** The items of an answer that is a stream, as they travel; undefined where it is none. Put together, they are the body. */
export function piecesOf({ headers, body }: RawAnswer): readonly string[] | undefined {
  const format = streamFormatOf(headerOf(headers, "content-type") ?? "");
  if (format === undefined) return undefined;
  const text = body.toString("utf8");
  if (format === "json-sequence")
    return text.split(separator).map((item, index) => (index === 0 ? item : separator + item));
  return text.split(format === "json-lines" ? /(?<=\n)/ : /(?<=\n\n|\r\r|\r\n\r\n)/);
}

/** RFC 7464, 2.2. */
const separator = "\x1e";

/** Writes the items of a stream, with a pause before each but the first. Ends early where the client has gone. */
export async function writePieces(outgoing: ServerResponse, pieces: readonly string[], pauseMs: number): Promise<void> {
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await wait(pauseMs);
    if (outgoing.destroyed) return;
    outgoing.write(piece);
  }
  outgoing.end();
}
