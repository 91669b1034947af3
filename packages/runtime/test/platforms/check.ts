/** One thing that a platform was asked to do, and what was wrong with it. */
export interface Check {
  readonly name: string;
  /** Undefined when all is well. */
  readonly problem: string | undefined;
}

/** What is to be done, by what it shows. It is well when nothing is thrown. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

/** Does one after another, whatever became of those before. */
export async function runChecks(checks: Checks): Promise<Check[]> {
  const outcomes: Check[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const problem = await check().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    outcomes.push({ name, problem });
  }
  return outcomes;
}

export function same(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

export async function rejects(promise: Promise<unknown>, guard: (error: unknown) => boolean): Promise<void> {
  const outcome = await promise.then(
    (value) => `resolved to ${JSON.stringify(value)}`,
    (error: unknown) => (guard(error) ? undefined : `rejected with ${error}`),
  );
  if (outcome) throw new Error(outcome);
}
