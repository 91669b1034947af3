import type { PlatformReadableStream } from "../platform.js";

/**
 * What an API answers item by item, for as long as the connection lasts. It is read once, by `for await` or as a `ReadableStream`.
 *
 * A loop that is left by `break`, `return` or `throw` ends the request. One that nobody iterates keeps its connection until {@link cancel}.
 * Iterating throws a TimeoutError where nothing comes in time, an AbortedError after the `signal` of the call, a StreamError where the API says that it
 * failed, and a ResponseParseError where the stream breaks off, ends with half an item or holds what cannot be read.
 */
export interface ItemStream<Item> {
  /** @throws InvalidRequestError where it is read already. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Item>;
  /**
   * The same items as a stream of the platform, for `pipeThrough`, a `Response` of one's own, and the like.
   *
   * @throws InvalidRequestError where it is read already.
   */
  toReadableStream(): PlatformReadableStream<Item>;
  /** Ends the request. An iteration ends without an error. */
  cancel(): Promise<void>;
}

/** Of the results of an operation, those that there are where a stream was asked for. */
export type Streamed<Result> = Result extends { readonly ok: true; readonly data: infer Data }
  ? Data extends ItemStream<unknown>
    ? Result
    : never
  : Result;

/** Of the results of an operation, those that there are where no stream was asked for. */
export type Whole<Result> = Result extends { readonly ok: true; readonly data: ItemStream<unknown> } ? never : Result;
