import { failure } from "../call.js";
import { InvalidRequestError } from "../errors/invalid-request.js";
import type { ItemStream } from "./item-stream.js";
import { close, type Opening } from "./opening.js";
import { readItems } from "./read-items.js";

/** What an application reads a stream by. */
export function streamOf(opening: Opening): ItemStream<unknown> {
  const { signal } = opening.call.options;
  let isRead = false;
  // An iteration says itself that it was aborted.
  const abort = (): void => opening.arrived?.source?.close();
  const end = (): void => {
    signal?.removeEventListener("abort", abort);
    close(opening);
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);

  const iterate = (): AsyncIterableIterator<unknown> => {
    if (isRead) throw failure(opening.call, InvalidRequestError, "has a stream that is read already");
    isRead = true;
    const items = readItems(opening, end);
    return {
      next: () => items.next(),
      // Before the generator's own, which waits for what `next` waits for.
      return: () => {
        end();
        return items.return(undefined);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };
  return {
    [Symbol.asyncIterator]: iterate,
    toReadableStream: () => {
      const items = iterate();
      return new ReadableStream<unknown>(
        {
          pull: async (controller) => {
            const { done, value } = await items.next();
            if (done) controller.close();
            else controller.enqueue(value);
          },
          cancel: async () => {
            await items.return?.();
          },
        },
        { highWaterMark: 0 },
      );
    },
    cancel: async () => end(),
  };
}
