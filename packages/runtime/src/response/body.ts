/** A body as far as it arrived. */
export interface Body {
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  readonly size: number;
  /** Why there is no more of it. Absent when it is whole. */
  readonly failure?: { readonly reason: string; readonly cause?: unknown; readonly tooLarge?: true };
}

/**
 * Reads a body to its end, but no more than `most` bytes of it: what is compressed may be a thousand times larger than what is sent.
 */
export async function readBody(response: Response, most: number): Promise<Body> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  if (!reader) return { chunks, size };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { chunks, size };
      size += value.byteLength;
      if (size > most) {
        reader.cancel().catch(() => {});
        return { chunks, size, failure: { reason: `is larger than ${most} bytes`, tooLarge: true } };
      }
      chunks.push(value);
    }
  } catch (cause) {
    return { chunks, size, failure: { reason: `broke off after ${size} bytes`, cause } };
  }
}

/** UTF-8, without a byte order mark. */
export function decodeBody({ chunks }: Body): string {
  const decoder = new TextDecoder();
  let text = "";
  for (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
