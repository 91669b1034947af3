import type { Json } from "@facsimile/document";
import { judgeOf } from "./judge.js";
import type { Judge, Schemas } from "./judging.js";
import type { Dialect } from "./random-schemas.js";
import { secondJudgeOf } from "./second-judge.js";

/** What is known of a value in one edition. */
export interface Judgement {
  readonly allows: boolean;
  readonly isSent: boolean;
}

/** Says of a value what two validators agree on; undefined where they do not. */
type Ask = (value: Json) => Judgement | undefined;

/**
 * Ajv misjudges values of some schemas, such as those of a recursive reference in an alternative beside `unevaluatedItems`. No verdict is held against
 * a value of which a second validator says something else: such values are counted.
 */
export class Agreement {
  private readonly counts = { values: 0, contradicted: 0, unjudged: 0 };

  async of(dialect: Dialect, components: Schemas): Promise<Ask> {
    const [first, second] = [judgeOf(dialect, components), await secondJudgeOf(dialect, components)];
    return (value) => this.ask(first, second, value);
  }

  private ask(first: Judge, second: Judge, value: Json): Judgement | undefined {
    this.counts.values += 1;
    const said = unlessFaulty(() => judgement(first, value));
    const { allows, isSent } = judgement(second, value);
    if (said?.allows === allows && said.isSent === isSent) return said;
    this.counts[said === undefined ? "unjudged" : "contradicted"] += 1;
    return undefined;
  }

  /** How many of the values were left out. */
  get share(): number {
    const { values, contradicted, unjudged } = this.counts;
    return (contradicted + unjudged) / values;
  }

  toString(): string {
    return JSON.stringify(this.counts);
  }
}

function judgement(judge: Judge, value: Json): Judgement {
  return { allows: judge.allows(value), isSent: judge.isSent(value) };
}

/** Undefined where the code that Ajv made of a schema cannot be run. */
function unlessFaulty<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) return undefined;
    throw error;
  }
}
