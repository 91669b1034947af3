import type { Fact, FactValue } from "./fact.js";
import { factId, factNames } from "./fact-id.js";

/** Facts by the names on the way to them. */
export class FactIndex {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #below = new Map<string, Set<string>>();

  constructor(facts: readonly Fact[]) {
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
    for (const { id } of facts) this.#addSteps(factNames(id));
  }

  fact(...names: readonly string[]): Fact | undefined {
    return this.#facts.get(factId(...names));
  }

  value(...names: readonly string[]): FactValue | undefined {
    return this.fact(...names)?.value;
  }

  /** The items of a fact that is a list; none where there is no such fact. */
  list(...names: readonly string[]): readonly FactValue[] {
    const value = this.value(...names);
    return Array.isArray(value) ? value : [];
  }

  /** The names at one step below the given ones, in the order of the facts. */
  namesBelow(...names: readonly string[]): readonly string[] {
    return [...(this.#below.get(factId(...names)) ?? [])];
  }

  #addSteps(names: readonly string[]): void {
    for (const [index, name] of names.entries()) {
      const above = factId(...names.slice(0, index));
      const steps = this.#below.get(above) ?? new Set();
      this.#below.set(above, steps.add(name));
    }
  }
}
