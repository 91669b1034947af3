import type { CallOptions } from "../options.js";

/**
 * Options of a call whose answer may be a stream. `timeout` and `totalTimeout` end when the headers are there; what follows has limits of its own. They
 * count while the application waits for an item, and a line that holds no item, such as a comment, starts them again.
 */
export interface StreamOptions extends CallOptions {
  /** Milliseconds to wait for the first item. Default: 60,000. `Infinity`: no limit. */
  readonly firstItemTimeout?: number;
  /** Milliseconds to wait for each further item. Default: 300,000. `Infinity`: no limit but that of the platform. */
  readonly itemTimeout?: number;
  /** Characters that the text of an item may have. Default: 10,485,760 (10 MiB in ASCII). */
  readonly maxItemSize?: number;
  /**
   * How often a stream of events that breaks off is asked for again before another event has come, with `Last-Event-ID`, the id of the last event. One
   * whose events have no id is not. `true`: 5 times. Default: never. The time between is that of `retry`, or what the server asks to wait.
   */
  readonly resume?: boolean | number;
}

/** The same, with what holds where nothing is said. */
export interface StreamLimits {
  readonly firstItemTimeout: number;
  readonly itemTimeout: number;
  readonly maxItemSize: number;
  /** How often. */
  readonly resume: number;
}

/** Takes out of the options what is no option of a call. */
export function splitOptions(options: StreamOptions): readonly [StreamLimits, CallOptions] {
  const { firstItemTimeout = 60_000, itemTimeout = 300_000, maxItemSize = 10_485_760, resume = 0, ...call } = options;
  return [{ firstItemTimeout, itemTimeout, maxItemSize, resume: resume === true ? 5 : Number(resume) }, call];
}
