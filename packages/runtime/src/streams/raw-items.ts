import { maskValue } from "../masking/mask-value.js";
import { brokenStream } from "./broken-stream.js";
import type { RawItem, SplitFault } from "./format.js";
import { Interruption } from "./interruption.js";
import type { Arrived, Opening } from "./opening.js";
import { Patience } from "./patience.js";

/**
 * The items of what has arrived, as they stand there, each as soon as it is whole.
 *
 * @throws Interruption, AbortedError
 * @throws ResponseParseError for an item that is too large.
 */
export async function* readRawItems(opening: Opening, arrived: Arrived): AsyncGenerator<RawItem, void> {
  const { maxItemSize } = opening.limits;
  const queue: RawItem[] = [];
  const decoder = new TextDecoder();
  const splitter = arrived.description.format.split((raw) => queue.push(raw), maxItemSize);
  let fault: SplitFault | undefined;
  let hasEnded = false;
  for (let isFirst = true; !hasEnded && !fault; isFirst = false) {
    const patience = new Patience(opening, isFirst ? "firstItemTimeout" : "itemTimeout");
    while (!hasEnded && !fault && !queue[0]) {
      const chunk = await patience.wait(() => readChunk(opening, arrived));
      if (opening.isClosed) return;
      hasEnded = !chunk;
      const text = decoder.decode(chunk, { stream: !hasEnded });
      // A line that holds no item says that the server is there.
      if (/[\n\r]/.test(text)) patience.renew();
      fault = splitter.push(text) ?? (hasEnded ? splitter.end() : undefined);
    }
    yield* queue.splice(0);
  }
  if (fault === "large")
    throw brokenStream(opening, `has an item of more than ${maxItemSize} characters`, { tooLarge: true });
  if (fault) throw new Interruption(brokenStream(opening, "ended with half an item"));
}

async function readChunk(opening: Opening, { source }: Arrived): Promise<Uint8Array | undefined> {
  try {
    return await source?.read();
  } catch (thrown) {
    if (opening.isClosed) return undefined;
    const cause = maskValue(thrown, opening.call.secrets);
    throw new Interruption(brokenStream(opening, "broke off", { cause }));
  }
}
