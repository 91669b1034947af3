import type { Source } from "../source.js";

/** Where a value is written. */
export interface WrittenAt {
  readonly source: Source;
  /** JSON pointer in the source. */
  readonly pointer: string;
}
