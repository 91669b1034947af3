import type { FactValue } from "../facts/fact.js";

/** A fact that a statement gives: the names on the way to it, and its value. */
export type Stated = readonly [names: readonly string[], value: FactValue];
