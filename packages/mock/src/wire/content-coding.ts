import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { type HeaderLine, joinedHeader } from "./exchange.js";

/** The most that is unpacked: what is longer is longer than any answer that is worth a look. */
const maxOutputLength = 64 * 1024 * 1024;

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength }),
  "x-gzip": (bytes) => gunzipSync(bytes, { maxOutputLength }),
  deflate: (bytes) => inflateSync(bytes, { maxOutputLength }),
  br: (bytes) => brotliDecompressSync(bytes, { maxOutputLength }),
  identity: (bytes) => bytes,
};

/**
 * Undoes `Content-Encoding` (RFC 9110, 8.4), the last coding first.
 *
 * @returns the content; `unknown` for a coding that cannot be read here, `broken` where the body is not in its coding or is too long.
 */
export function decodeContent(headers: readonly HeaderLine[], body: Buffer): Buffer | "unknown" | "broken" {
  const codings = (joinedHeader(headers, "content-encoding") ?? "")
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "");
  let bytes = body;
  for (const coding of codings.reverse()) {
    const decode = decoders[coding];
    if (decode === undefined) return "unknown";
    try {
      bytes = decode(bytes);
    } catch {
      return "broken";
    }
  }
  return bytes;
}
