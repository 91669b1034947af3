import { type Body, decodeBody, type Failure } from "./body.js";
import type { Match } from "./match.js";

/** What a body is read as, or why it cannot be read. */
export interface ReadValue {
  /** The media type as the document writes it. */
  readonly type?: string;
  readonly value?: unknown;
  readonly failure?: Failure | undefined;
}

/**
 * Reads a body by the first of its likely media types that can.
 *
 * @param received The media type as it arrived.
 */
export async function readValue(
  { content, candidates, mediaType }: Match,
  { bytes }: Body,
  received: string,
  response: Response,
): Promise<ReadValue> {
  let failure: Failure | undefined;
  for (const type of candidates) {
    const read = (await content[type]?.(bytes, () => decodeBody(bytes), received, response)) ?? {};
    if ("value" in read) return { type, ...read };
    failure = { reason: bytes.length ? "is not JSON" : "is empty", ...read };
  }
  return { type: candidates[0] ?? mediaType, failure };
}
