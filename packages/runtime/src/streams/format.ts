/** An item as it stands in a stream. */
export interface RawItem {
  readonly data: string;
  /** The name of the event. */
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  readonly retry?: number | undefined;
}

/** Why nothing more can be read of a stream: an item is larger than allowed, or only half of it is there. */
export type SplitFault = "large" | "half";

/** Cuts the text of a stream into items. Once there is a fault, it is not called again. */
export interface Splitter {
  /** Takes the next piece of the text, however it was cut. */
  push(text: string): SplitFault | undefined;
  /** The text has ended. */
  end(): SplitFault | undefined;
}

/** A kind of stream. */
export interface StreamFormat {
  /**
   * @param found Is called with each item as soon as it is whole.
   * @param most Characters that an item may have.
   */
  readonly split: (found: (raw: RawItem) => void, most: number) => Splitter;
  /** What an iteration gives for an item. */
  readonly itemOf: (raw: RawItem, data: unknown) => unknown;
}
