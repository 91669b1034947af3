/** Headers about how bytes travel. They are of a connection, and a server says them of its own, whatever a document has for them. */
const framing: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "proxy-connection", "upgrade", "trailer", "transfer-encoding", "content-encoding"],
]);

export function isFraming(name: string): boolean {
  return framing.has(name.toLowerCase());
}
