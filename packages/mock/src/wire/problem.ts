import type { RawAnswer } from "./exchange.js";

/** An answer of a server of ours to what nothing else answers (RFC 9457). */
export function problem(title: string, status: number, detail: string): RawAnswer {
  return {
    status,
    headers: [["content-type", "application/problem+json"]],
    body: Buffer.from(JSON.stringify({ title, status, detail })),
  };
}
