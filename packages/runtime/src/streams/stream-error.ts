import { type CallContext, FacsimileError } from "../errors/facsimile.js";

/** What a {@link StreamError} is made of. */
export type FailedItem = CallContext & Pick<StreamError, "event" | "data">;

/**
 * The API said in the middle of a stream that it failed, in the way that its document states. The items before have been handed over. The message
 * ends with what the API says, without credentials.
 */
export class StreamError extends FacsimileError {
  /** The name of the event; undefined where there are none. */
  declare readonly event: string | undefined;
  /** What the item holds, read as JSON where it is JSON. Credentials are not in it. */
  declare readonly data: unknown;

  override get name(): "StreamError" {
    return "StreamError";
  }
}

export function isStreamError(value: unknown): value is StreamError {
  return value instanceof StreamError;
}
