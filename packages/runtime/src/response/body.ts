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

/** What is no stream: React Native has none, and a test's double has what the test needs. */
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
  const { body } = response;
  const reader = body?.getReader?.();
  try {
    for (;;) {
      const value = reader
        ? (await reader.read()).value
        : chunks[0] || body === null
          ? undefined
          : await readWhole(response);
      if (!value) break;
      chunks.push(value);
      size += value.length;
      if (size > most) {
        failure = { reason: `is larger than ${most} bytes`, tooLarge: true };
        reader?.cancel().catch(() => {});
        break;
      }
    }
  } catch (cause) {
    failure = { reason: `broke off after ${size} bytes`, cause };
  }
  // A cast because compilers before 5.7 have no word for what a body is made of: memory that nobody shares.
  const [first = new Uint8Array(), more] = chunks;
  const bytes = more ? new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()) : first;
  return { bytes, failure };
}
