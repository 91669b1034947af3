import type { FactValue } from "../facts/fact.js";
import type { Answer } from "./answer.js";
import type { Compared } from "./compared.js";

/** Holds a spec against one fact. `names` are the names that stand where the pattern of the id has a `*`. */
export type Check = (compared: Compared, names: readonly string[], value: FactValue) => Answer;

/** Checks by the pattern of the ids that they are for: `operation`, a name, `method`. */
export type Checks = Readonly<Record<string, Check>>;

/** Finds the check for the names of an id. Where several patterns fit, the one with the fewest `*` counts. */
export function findCheck(
  checks: Checks,
  names: readonly string[],
): { readonly check: Check; readonly names: readonly string[] } | undefined {
  for (const [pattern, check] of Object.entries(checks)) {
    const steps = pattern.split("/");
    const fits = steps.length === names.length && steps.every((step, index) => step === "*" || step === names[index]);
    if (fits) return { check, names: names.filter((_, index) => steps[index] === "*") };
  }
  return undefined;
}
