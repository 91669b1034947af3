import type { HeaderLine } from "@facsimile/mock/wire";

/** What is about one connection and not for the other side (RFC 9110, 7.6.1). The framing of a body is kept: it is the same on both sides. */
const ofConnection = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authorization",
  "te",
  "trailer",
  "upgrade",
];

/** The header lines that go on to the other side: as they came, in their order and spelling, without those of the connection. */
export function forwardedHeaders(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const named = lines
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(",").map((option) => option.trim().toLowerCase()));
  const dropped = new Set([...ofConnection, ...named]);
  return lines.filter(([name]) => !dropped.has(name.toLowerCase()));
}

/** Those of a request, for a server of that host. A method that has a body by its nature says how long none is (RFC 9110, 8.6). */
export function requestHeaders(lines: readonly HeaderLine[], method: string, host: string): readonly HeaderLine[] {
  const kept = forwardedHeaders(lines).map(
    ([name, value]): HeaderLine => [name, name.toLowerCase() === "host" ? host : value],
  );
  const isFramed = kept.some(([name]) => ["content-length", "transfer-encoding"].includes(name.toLowerCase()));
  const bodyless = ["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"].includes(method);
  return isFramed || bodyless ? kept : [...kept, ["Content-Length", "0"]];
}
