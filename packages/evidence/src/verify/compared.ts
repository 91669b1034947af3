import type { Evidence, FactValue } from "../facts/fact.js";
import { FactIndex } from "../facts/fact-index.js";
import { families } from "../families/families.js";
import type { Family } from "../families/family.js";
import { bareName } from "../families/spelling.js";
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
  readonly #inline = new Map<string, string>();

  constructor(spec: Spec, evidence: Evidence) {
    this.json = spec.json;
    this.family = families[evidence.family];
    this.operations = operationsOf(spec.json);
    this.#facts = new FactIndex(evidence.facts);
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
      this.operations.find((operation) => operation.method === method && operation.path === path) ??
      this.operations.find(({ node }) => this.family.spell.operation(String(node.operationId ?? "")) === name)
    );
  }

  /** The schema of a documented model: a component with its name, else where a reference to it was found written out. */
  model(name: string): string | undefined {
    const component = child("/components/schemas", String(this.fact("model", name, "schema-name") ?? name));
    return valueAt(this.json, component) === undefined ? this.#inline.get(name) : component;
  }

  /** Remembers that a model is written out at a place. True when that was not known before. */
  foundInline(name: string, pointer: string): boolean {
    if (this.#inline.has(name)) return false;
    this.#inline.set(name, pointer);
    return true;
  }

  get inlineModels(): number {
    return this.#inline.size;
  }

  /** The name of the spec among several that belongs to a documented one: the wire name, else one that the SDK spells the same way. */
  pick(
    names: readonly string[],
    documented: string,
    wire: FactValue | undefined,
    spell: (name: string) => string,
  ): string | undefined {
    return (
      names.find((name) => name === wire) ??
      names.find((name) => bareName(spell(name)) === bareName(documented)) ??
      names.find((name) => name === documented)
    );
  }

  at(pointer: string): JsonObject {
    const value = valueAt(this.json, pointer);
    return isObject(value) ? value : {};
  }
}
