import type { IncomingMessage } from "node:http";

/** The longest body of a request that is kept, in bytes. */
export const longestBody: number = 16 * 1024 * 1024;

/** What comes after that is read and forgotten, so that the client hears the answer; up to this many bytes. */
const longestRead = 4 * longestBody;

/** Rejects where the client went away. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | "too long"> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length <= longestBody) chunks.push(chunk);
    else chunks.length = 0;
    if (length > longestRead) break;
  }
  return length > longestBody ? "too long" : Buffer.concat(chunks);
}
