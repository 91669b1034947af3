import { readBody } from "../response/body.js";

/** The body of an answer, chunk by chunk. */
export interface Source {
  /** Undefined: it has ended. */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of it: nothing more is asked for, and it is unlocked. */
  close(): void;
}

/** @param most Bytes that are read where the platform has no stream, and gives the body as a whole (React Native). */
export function sourceOf(response: Response, most: number): Source {
  const reader = response.body?.getReader?.();
  if (!reader) return wholeSource(response, most);
  return {
    read: async () => (await reader.read()).value,
    close: () => {
      reader.cancel().catch(() => {});
      reader.releaseLock();
    },
  };
}

function wholeSource(response: Response, most: number): Source {
  let isRead = false;
  return {
    read: async () => {
      if (isRead) return undefined;
      isRead = true;
      const { bytes, failure } = await readBody(response, most);
      if (failure) throw failure.cause ?? new Error(failure.reason);
      return bytes;
    },
    close: () => {},
  };
}

/** What is there already. */
export function bytesSource(bytes: Uint8Array): Source {
  let left: Uint8Array | undefined = bytes;
  return {
    read: async () => {
      const chunk = left;
      left = undefined;
      return chunk;
    },
    close: () => {},
  };
}
