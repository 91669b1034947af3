import { Equality } from "./equality.js";
import type { Outcome } from "./outcome.js";
import type { Schema } from "./standard.js";

type Known = Map<Schema, Map<unknown, Outcome>>;

const fits: Outcome = { faults: [] };

/**
 * What is known of the values of one validation: each is held against a schema once, however many ways lead to both. That keeps the time linear where
 * alternatives lie in alternatives, and ends where a value holds itself, or a schema only refers to itself: what is being looked at fits as far as that
 * is concerned.
 */
export class Memory {
  readonly equality: Equality = new Equality();
  private readonly known: readonly [Known, Known] = [new Map(), new Map()];

  /** @param tracks whether what is looked at is asked for */
  recall(schema: Schema, value: unknown, tracks: boolean, evaluate: () => Outcome): Outcome {
    const known = this.known[tracks ? 1 : 0];
    const ofSchema = known.get(schema) ?? new Map<unknown, Outcome>();
    const before = ofSchema.get(value);
    if (before) return before;
    known.set(schema, ofSchema.set(value, fits));
    const outcome = evaluate();
    ofSchema.set(value, outcome);
    return outcome;
  }
}
