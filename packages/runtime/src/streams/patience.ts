import { fail, failure } from "../call.js";
import { within } from "../deadline.js";
import { AbortedError } from "../errors/aborted.js";
import { TimeoutError } from "../errors/timeout.js";
import { Interruption } from "./interruption.js";
import type { Opening } from "./opening.js";

/** Waits for an item for as long as the options of a call allow. Made when the application begins to wait. */
export class Patience {
  private began = Date.now();
  private readonly opening: Opening;
  private readonly limit: "firstItemTimeout" | "itemTimeout";

  constructor(opening: Opening, limit: "firstItemTimeout" | "itemTimeout") {
    this.opening = opening;
    this.limit = limit;
  }

  /** The server has shown that it is there. */
  renew(): void {
    this.began = Date.now();
  }

  /** @throws Interruption, AbortedError, and what `work` throws. */
  async wait<Value>(work: () => Promise<Value>): Promise<Value> {
    const { call, limits } = this.opening;
    const { signal } = call.options;
    const milliseconds = limits[this.limit];
    const expired = (): Interruption => {
      const reason = `had a stream in which nothing came for longer than ${this.limit}, ${milliseconds} ms`;
      return new Interruption(failure(call, TimeoutError, reason));
    };
    try {
      return await within(this.began + milliseconds - Date.now(), signal, expired, work);
    } catch (error) {
      if (signal?.aborted) fail(call, AbortedError, "was aborted", signal.reason);
      throw error;
    }
  }
}
