import type { FactValue } from "../facts/fact.js";
import type { Answer } from "./answer.js";
import type { Compared } from "./compared.js";

/** Holds a spec against one fact. `names` are the names that stand where the pattern of the id has a `*`. */
export type Check = (compared: Compared, names: readonly string[], value: FactValue) => Answer;

/** Checks by the pattern of the ids that they are for: `operation`, a `*` for any name, `method`, with `/` between them. */
export type Checks = Readonly<Record<string, Check>>;

export interface FoundCheck {
  readonly check: Check;
  /** The names that stand in the place of a `*`. */
  readonly names: readonly string[];
}

/** A way to find the check for the names of an id. */
export function checkFinder(checks: Checks): (names: readonly string[]) => FoundCheck | undefined {
  const patterns = Object.entries(checks).map(([pattern, check]) => ({ steps: pattern.split("/"), check }));
  return (names) => {
    const found = patterns.find(({ steps }) => {
      return steps.length === names.length && steps.every((step, index) => step === "*" || step === names[index]);
    });
    return found && { check: found.check, names: names.filter((_, index) => found.steps[index] === "*") };
  };
}
