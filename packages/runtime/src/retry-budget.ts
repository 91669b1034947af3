/**
 * A token bucket for the repetitions of one client, so that an outage is not met with a multiple of the usual requests.
 * The numbers are those of the AWS SDKs' standard mode: 100 repetitions, and five successes pay for one.
 */
export class RetryBudget {
  #tokens = 100;

  /** Pays for a repetition, if there is enough left. */
  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  refill(): void {
    this.#tokens = Math.min(100, this.#tokens + 0.2);
  }
}
