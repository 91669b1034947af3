/**
 * Changes what is left by {@link repetition} or {@link success}: false, and nothing changed, where there is not enough.
 *
 * A token bucket for the repetitions of one client, so that an outage is not met with a multiple of the usual requests. The numbers are those of
 * the AWS SDKs' standard mode: enough for 100 repetitions, and five successes pay for another.
 */
export type RetryBudget = (change: number) => boolean;

/** What a repetition changes the budget by. */
export const repetition = -5;

/** What a success changes the budget by. */
export const success = 1;

const full = 500;

export function createBudget(): RetryBudget {
  let tokens = full;
  return (change) => {
    if (tokens + change < 0) return false;
    tokens = Math.min(full, tokens + change);
    return true;
  };
}
