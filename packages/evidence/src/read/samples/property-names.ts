import type { FactIndex } from "../../facts/fact-index.js";
import type { Spelling } from "../../families/family.js";
import { bareName, squashed } from "../../families/spelling.js";

/** The documented properties of one model, by their names in the ways in which these are written. */
interface Names {
  readonly wire: ReadonlyMap<unknown, string>;
  readonly written: ReadonlyMap<string, string>;
  readonly bare: ReadonlyMap<string, string>;
  readonly letters: ReadonlyMap<string, string>;
}

/** Finds the documented property that has a name on the wire: stated so, or spelled so by the SDK. */
export class PropertyNames {
  readonly #facts: FactIndex;
  readonly #spell: Spelling;
  readonly #models = new Map<string, Names>();

  constructor(facts: FactIndex, spell: Spelling) {
    this.#facts = facts;
    this.#spell = spell;
  }

  find(model: string, name: string): string | undefined {
    const { wire, written, bare, letters } = this.#namesOf(model);
    const spelled = this.#spell.property(name);
    return wire.get(name) ?? written.get(spelled) ?? bare.get(bareName(spelled)) ?? letters.get(squashed(name));
  }

  #namesOf(model: string): Names {
    const known = this.#models.get(model);
    if (known !== undefined) return known;
    // Of two names that are written alike, the first one counts.
    const documented = this.#facts.namesBelow("model", model, "property").toReversed();
    const by = <T>(write: (name: string) => T): ReadonlyMap<T, string> =>
      new Map(documented.map((name) => [write(name), name]));
    const wire = by((name) => this.#facts.value("wire", "model", model, "property", name, "name"));
    const names = { wire, written: by((name) => name), bare: by(bareName), letters: by(squashed) };
    this.#models.set(model, names);
    return names;
  }
}
