import type { FetchedResponse } from "../fetched.js";

/** A body as far as it arrived. */
export interface Body {
  readonly bytes: Uint8Array;
  /** Why there is no more of it. Undefined when it is whole. */
  readonly failure: Failure | undefined;
}

/** Why a body cannot be read. */
export interface Failure {
  /** Behind "its body": `is empty`. */
  readonly reason: string;
  readonly cause?: unknown;
  readonly tooLarge?: boolean;
}

/** UTF-8, without a byte order mark. What is not UTF-8 becomes U+FFFD, as `Response.text()` has it. */
const utf8: TextDecoder = /* @__PURE__ */ new TextDecoder();

export function decodeBody(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** What reads a body, piece by piece where it is a stream. */
interface Reader {
  read(): Promise<{ readonly value?: Uint8Array | undefined }>;
  cancel?(): Promise<void>;
}

/** React Native has no streams, and a test's double has what the test needs. */
function readerOf(response: Response): Reader {
  const { body } = response;
  if (body?.getReader) return body.getReader();
  let whole = body === null ? undefined : readWhole(response);
  return {
    async read() {
      const value = await whole;
      whole = undefined;
      return { value };
    },
  };
}

async function readWhole(response: FetchedResponse): Promise<Uint8Array | undefined> {
  const whole = await (response.arrayBuffer?.() ?? response.text?.() ?? response.json?.().then(JSON.stringify));
  return typeof whole === "string" ? new TextEncoder().encode(whole) : whole && new Uint8Array(whole);
}

/**
 * Reads a body to its end, but no more than `most` bytes of it: what is compressed may be a thousand times larger than what is sent.
 */
export async function readBody(response: Response, most: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let failure: Failure | undefined;
  const reader = readerOf(response);
  try {
    for (;;) {
      const { value } = await reader.read();
      if (!value) break;
      chunks.push(value);
      size += value.length;
      if (size > most) {
        failure = { reason: `is larger than ${most} bytes`, tooLarge: true };
        reader.cancel?.().catch(() => {});
        break;
      }
    }
  } catch (cause) {
    failure = { reason: `broke off after ${size} bytes`, cause };
  }
  // A cast because compilers before 5.7 have no word for what a body is made of: memory that nobody shares.
  const first = chunks[0];
  const bytes = first && !chunks[1] ? first : new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  return { bytes, failure };
}
