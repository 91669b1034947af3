import type { Evidence, FactValue } from "../facts/fact.js";
import { FactIndex } from "../facts/fact-index.js";
import { type PlacedParameter, placeParameters } from "../facts/parameter-place.js";
import { families } from "../families/families.js";
import type { Family } from "../families/family.js";
import { bareName, modelName, squashed } from "../families/spelling.js";
import { child, isObject, type JsonObject, valueAt } from "../spec/json.js";
import type { Spec } from "../spec/load-spec.js";
import { operationsOf, type SpecOperation } from "../spec/operations.js";

/** A fact's value with the names on the way to it, as the checks see it. */
export interface Subject {
  readonly names: readonly string[];
  readonly value: FactValue;
}

/** A spec and the evidence that it is held against. */
export class Compared {
  readonly json: JsonObject;
  readonly family: Family;
  readonly operations: readonly SpecOperation[];
  readonly #facts: FactIndex;
  readonly #places = new Map<string, readonly PlacedParameter[]>();
  readonly #spellings = new Map<(name: string) => string, Map<string, string>>();
  readonly #requests: ReadonlyMap<string, SpecOperation>;
  readonly #inline = new Map<string, string>();
  readonly #names: ReadonlySet<string>;
  /** The names of components by what SDKs call them. */
  readonly #components: ReadonlyMap<string, string>;

  constructor(spec: Spec, evidence: Evidence) {
    this.json = spec.json;
    this.family = families[evidence.family];
    this.operations = operationsOf(spec.json);
    this.#requests = new Map(this.operations.map((each) => [`${each.method} ${each.path}`, each]));
    this.#facts = new FactIndex(evidence.facts);
    const schemas = this.at("/components").schemas;
    const names = Object.keys(isObject(schemas) ? schemas : {});
    this.#names = new Set(names);
    this.#components = new Map([
      ...names.map((name) => [modelName(name), name] as const),
      ...names.map((name) => [name, name] as const),
    ]);
  }

  /** The value of another fact. */
  fact(...names: readonly string[]): FactValue | undefined {
    return this.#facts.value(...names);
  }

  /** The names that facts have at one step below the given ones. */
  namesBelow(...names: readonly string[]): readonly string[] {
    return this.#facts.namesBelow(...names);
  }

  /** The operation that the documentation names: by method and path, else by its operationId. */
  operation(name: string): SpecOperation | undefined {
    const method = this.fact("operation", name, "method");
    const path = this.fact("operation", name, "path");
    return (
      this.#requests.get(`${method} ${path}`) ??
      this.operations.find(({ node }) => this.family.spell.operation(String(node.operationId ?? "")) === name)
    );
  }

  /** Where the parameters of a documented operation travel, as far as the facts tell, and the likeliest else. */
  places(operation: string): readonly PlacedParameter[] {
    const places = this.#places.get(operation) ?? placeParameters(this.#facts, this.family.spell, operation);
    this.#places.set(operation, places);
    return places;
  }

  /**
   * The schema of a documented model: the component with its name, or with one that SDKs make its name of; else where a reference to it was
   * found written out.
   */
  model(name: string): string | undefined {
    const stated = this.fact("model", name, "schema-name");
    const component = stated === undefined ? this.#components.get(name) : String(stated);
    if (component !== undefined && this.#names.has(component)) return child("/components/schemas", component);
    return this.#inline.get(name);
  }

  /** Remembers the first place at which a model is written out. */
  foundInline(name: string, pointer: string): void {
    if (!this.#inline.has(name)) this.#inline.set(name, pointer);
  }

  get inlineModels(): number {
    return this.#inline.size;
  }

  /**
   * The name of the spec among several that belongs to a documented one: the wire name, else one that the SDK spells the same way, else one
   * of the same letters, since SDKs may be made with another way of spelling.
   */
  pick(
    names: readonly string[],
    documented: string,
    wire: FactValue | undefined,
    spell: (name: string) => string,
  ): string | undefined {
    const bare = bareName(documented);
    const letters = squashed(documented);
    return (
      names.find((name) => name === wire) ??
      names.find((name) => this.#spelled(name, spell) === bare) ??
      names.find((name) => squashed(name) === letters)
    );
  }

  /** Whether the SDK writes a name of the wire as the documentation does. */
  isSpelled(name: string, documented: string, spell: (name: string) => string): boolean {
    const { otherSpelling = spell } = this.family;
    return [spell, otherSpelling].some((one) => this.#spelled(name, one) === bareName(documented));
  }

  /** How an SDK spells a name, remembered: the same names are asked for again and again. */
  #spelled(name: string, spell: (name: string) => string): string {
    const known = this.#spellings.get(spell) ?? new Map<string, string>();
    this.#spellings.set(spell, known);
    const spelled = known.get(name) ?? bareName(spell(name));
    known.set(name, spelled);
    return spelled;
  }

  at(pointer: string): JsonObject {
    const value = valueAt(this.json, pointer);
    return isObject(value) ? value : {};
  }
}
