/**
 * A token bucket for the repetitions of one client, so that an outage is not met with a multiple of the usual requests.
 * The numbers are those of the AWS SDKs' standard mode: enough for 100 repetitions, and five successes pay for another.
 */
export interface RetryBudget {
  tokens: number;
}

const full = 500;
const price = 5;

export function createBudget(): RetryBudget {
  return { tokens: full };
}

/** Pays for a repetition, if there is enough left. */
export function take(budget: RetryBudget): boolean {
  if (budget.tokens < price) return false;
  budget.tokens -= price;
  return true;
}

/** A call has succeeded. */
export function refill(budget: RetryBudget): void {
  budget.tokens = Math.min(full, budget.tokens + 1);
}
