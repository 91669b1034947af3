/** A body as far as it arrived. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why there is no more of it. Absent when it is whole. */
  readonly failure?: { readonly reason: string; readonly cause?: unknown; readonly tooLarge?: boolean };
}

/** UTF-8, without a byte order mark. What is not UTF-8 becomes U+FFFD, as `Response.text()` has it. */
const utf8: TextDecoder = /* @__PURE__ */ new TextDecoder();

export function decodeBody({ bytes }: Pick<Body, "bytes">): string {
  return utf8.decode(bytes);
}

/**
 * Reads a body to its end, but no more than `most` bytes of it: what is compressed may be a thousand times larger than what is sent.
 */
export async function readBody(response: Response, most: number): Promise<Body> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      if (done || !value) return { bytes: join(chunks, size) };
      chunks.push(value);
      size += value.length;
      if (size > most) {
        reader?.cancel().catch(() => {});
        return { bytes: join(chunks, size), failure: { reason: `is larger than ${most} bytes`, tooLarge: true } };
      }
    }
  } catch (cause) {
    return { bytes: join(chunks, size), failure: { reason: `broke off after ${size} bytes`, cause } };
  }
}

function join(chunks: readonly Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
