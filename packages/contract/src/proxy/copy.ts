import type { IncomingMessage } from "node:http";

/** What passed through, as far as it is kept. */
export interface Copy {
  /** Nothing, where it is longer than what is kept, or has not come to its end. */
  kept(): { readonly body: Buffer; readonly isWhole: boolean };
}

/** Copies a body of at most that many bytes while it passes. */
export function keepCopy(message: IncomingMessage, most: number): Copy {
  let chunks: Buffer[] = [];
  let length = 0;
  let hasEnded = false;
  message.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > most) chunks = [];
    else chunks.push(chunk);
  });
  message.on("end", () => {
    hasEnded = true;
  });
  return {
    kept: () => {
      const isWhole = hasEnded && length <= most;
      return { body: isWhole ? Buffer.concat(chunks) : Buffer.alloc(0), isWhole };
    },
  };
}
