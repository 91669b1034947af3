import type { StreamFormat } from "./format.js";

/** What the text of an item is read as: JSON, a text as it is, or JSON where it is JSON. */
export type ItemContent = "json" | "text" | "either";

/** What the runtime has to know of an answer that comes item by item. */
export interface StreamDescription {
  /** `serverSentEvents`, `jsonLines` or `jsonSequence` of this module. Named here, so that a bundle does not carry the others. */
  readonly format: StreamFormat;
  /** Absent: `json`. */
  readonly data?: ItemContent;
  /** By name of the event, where that is read as something else. */
  readonly dataOf?: Readonly<Record<string, ItemContent>>;
  /**
   * The text that comes in place of a last item: a stream that ends without it has broken off. Absent: `[DONE]`, which is no JSON, ends a stream of
   * JSON, and nothing is missed where it does not come.
   */
  readonly end?: string;
  /** Which items say that the stream has failed. */
  readonly error?: StreamErrorMark;
}

export interface StreamErrorMark {
  /** An event of this name. */
  readonly event?: string;
  /** An item whose data is an object with this property, with something other than null in it. */
  readonly property?: string;
}
