/**
 * A token bucket for the repetitions of one client, so that an outage is not met with a multiple of the usual requests.
 * The numbers are those of the AWS SDKs' standard mode: enough for 100 repetitions, and five successes pay for another.
 */
export class RetryBudget {
  #tokens = 500;

  /** Pays for a repetition, if there is enough left. */
  take(): boolean {
    if (this.#tokens < 5) return false;
    this.#tokens -= 5;
    return true;
  }

  refill(): void {
    if (this.#tokens < 500) this.#tokens++;
  }
}
