import { createParser } from "eventsource-parser";
import type { RawItem, SplitFault, Splitter, StreamFormat } from "./format.js";

/** An event of an answer of the media type `text/event-stream` (HTML, "Server-sent events"). */
export interface ServerSentEvent<Data = string, Name extends string = string> {
  /** The name that the server gives it; `message` where it gives none. */
  readonly event: Name;
  /** As the document describes it: the value of its JSON, or the text. */
  readonly data: Data;
  /** Undefined where this event has none. */
  readonly id: string | undefined;
  /** Milliseconds that the server asks to wait before it is asked again. */
  readonly retry: number | undefined;
}

/** `text/event-stream`. Names of fields that nobody knows are ignored, as HTML has it. */
export const serverSentEvents: StreamFormat = {
  split: splitEvents,
  itemOf: ({ event = "message", id, retry }, data): ServerSentEvent<unknown> => ({ event, data, id, retry }),
};

function splitEvents(found: (raw: RawItem) => void, most: number): Splitter {
  let retry: number | undefined;
  let fault: SplitFault | undefined;
  let ended = false;
  let afterReturn = false;
  const parser = createParser({
    maxBufferSize: most,
    onEvent: (event) => {
      fault ??= ended ? "half" : event.data.length > most ? "large" : undefined;
      if (!fault) found({ ...event, retry });
      retry = undefined;
    },
    onRetry: (milliseconds) => {
      retry = milliseconds;
    },
    onError: ({ type }) => {
      if (type === "max-buffer-size-exceeded") fault ??= "large";
      // What looks like an unknown field, and has no line end, is the beginning of a field.
      else if (ended && type === "unknown-field") fault ??= "half";
    },
  });
  return {
    push(text) {
      // The parser would wait for what follows a carriage return, which may be long in coming.
      parser.feed((afterReturn ? text.replace(/^\n/, "") : text).replace(/\r\n?/g, "\n"));
      if (text) afterReturn = text.endsWith("\r");
      return fault;
    },
    end() {
      ended = true;
      parser.feed("\n\n");
      return fault;
    },
  };
}
