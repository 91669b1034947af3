import { fail } from "../call.js";
import { AbortedError } from "../errors/aborted.js";
import { brokenStream } from "./broken-stream.js";
import { Interruption } from "./interruption.js";
import { isEnd, readData } from "./item-data.js";
import type { Arrived, Opening } from "./opening.js";
import { readRawItems } from "./raw-items.js";
import { type Progress, resume } from "./resume.js";

/**
 * The items of a stream, which is asked for again where the call says so and it was lost on its way.
 *
 * @param end Is called when nothing more is read, for whatever reason.
 */
export async function* readItems(opening: Opening, end: () => void): AsyncGenerator<unknown, void> {
  const progress: Progress = { id: "", retry: undefined, times: 0 };
  try {
    for (let { arrived } = opening; arrived; ) {
      try {
        yield* readArrived(opening, arrived, progress);
        return;
      } catch (thrown) {
        if (!(thrown instanceof Interruption)) throw thrown;
        arrived.source?.close();
        arrived = await resume(opening, progress, thrown.error);
      }
    }
  } finally {
    end();
  }
}

async function* readArrived(opening: Opening, arrived: Arrived, progress: Progress): AsyncGenerator<unknown, void> {
  const { description } = arrived;
  for await (const raw of readRawItems(opening, arrived)) {
    const { signal } = opening.call.options;
    if (signal?.aborted) fail(opening.call, AbortedError, "was aborted", signal.reason);
    if (opening.isClosed || isEnd(description, raw)) return;
    const data = readData(opening, description, raw);
    progress.id = raw.id ?? progress.id;
    progress.retry = raw.retry ?? progress.retry;
    progress.times = 0;
    yield description.format.itemOf(raw, data);
  }
  if (description.end === undefined || opening.isClosed) return;
  throw new Interruption(brokenStream(opening, `ended without ${description.end}`));
}
