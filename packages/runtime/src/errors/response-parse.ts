import { type CallContext, FacsimileError } from "./facsimile.js";

/** What a {@link ResponseParseError} is made of. */
export type UnreadableAnswer = CallContext &
  Pick<ResponseParseError, "statusCode" | "contentType" | "snippet" | "tooLarge">;

/** An answer whose body cannot be read: it broke off, it is larger than allowed, or it is not the JSON that it says it is. */
export class ResponseParseError extends FacsimileError {
  declare readonly statusCode: number;
  /** As it arrived; empty if there was none. */
  declare readonly contentType: string;
  /** The first 1,000 characters of the body, as far as it arrived. */
  declare readonly snippet: string;
  /** The body has more bytes than `maxResponseSize` allows. */
  declare readonly tooLarge: boolean;

  override get name(): "ResponseParseError" {
    return "ResponseParseError";
  }
}

export function isResponseParseError(value: unknown): value is ResponseParseError {
  return value instanceof ResponseParseError;
}
