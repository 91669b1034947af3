import type { Evidence, FactValue } from "../facts/fact.js";
import { FactIndex } from "../facts/fact-index.js";
import { families } from "../families/families.js";
import type { Family } from "../families/family.js";
import { camelCase } from "../families/spelling.js";
import type { Json } from "../spec/json.js";
import { formModels } from "./form-models.js";
import { type Convention, conventionOf, likelyName } from "./likely-name.js";

/** A JSON object that is still being put together. */
export interface Building {
  [key: string]: Json | Building | readonly (Json | Building)[];
}

/** What a draft leaves to a person. */
export interface DraftQuestion {
  /** JSON pointer of the property or the item that it stands above, as a comment. */
  readonly pointer: string;
  /** In one line. */
  readonly text: string;
  readonly about: "names" | "schemes" | "rest";
}

/** What the parts of a draft are made from, and the questions that they leave to a person. */
export class Drafting {
  readonly facts: FactIndex;
  readonly family: Family;
  /** In the order in which they were asked. */
  readonly questions: DraftQuestion[] = [];
  readonly #convention: Convention | undefined;
  readonly #models: ReadonlySet<string>;
  #values: ReadonlyMap<string, FactValue> | undefined;
  #forms: ReadonlySet<string> | undefined;

  constructor(evidence: Evidence) {
    this.facts = new FactIndex(evidence.facts);
    this.family = families[evidence.family];
    this.#convention = conventionOf(this.facts);
    this.#models = new Set(this.facts.namesBelow("model"));
  }

  /** The likeliest name on the wire of a documented one. */
  likelyName(documented: string): string {
    // Facts that were written by hand have the names that travel.
    return this.family.name === "wire" ? documented : likelyName(documented, this.#convention);
  }

  /** The values that a parameter of the type of a model may have: a page may list them where its own page does not. */
  valuesOf(model: string): FactValue | undefined {
    this.#values ??= new Map(
      this.facts.namesBelow("operation").flatMap((operation) =>
        this.facts.namesBelow("operation", operation, "parameter").flatMap((parameter) => {
          const of = ["operation", operation, "parameter", parameter];
          const values = this.facts.value(...of, "enum");
          const type = /@(\w+)/.exec(String(this.facts.value(...of, "type") ?? ""))?.[1];
          return values === undefined || type === undefined ? [] : [[type, values] as const];
        }),
      ),
    );
    return this.#values.get(model);
  }

  /** Whether some operation sends a model as a form. */
  isForm(model: string): boolean {
    this.#forms ??= formModels(this.facts, this.family.spell);
    return this.#forms.has(model);
  }

  /** Whether a page tells what is in a model. */
  hasModel(model: string): boolean {
    return this.#models.has(model);
  }

  /** Leaves a question above a property. */
  ask(pointer: string, text: string, about: DraftQuestion["about"] = "rest"): void {
    this.questions.push({ pointer, text, about });
  }

  /** Where a fact stands, for a comment: `UsersApi.md:34`. */
  place(...names: readonly string[]): string {
    const fact = this.facts.fact(...names);
    return fact === undefined ? "no page" : `${fact.page}:${fact.line}`;
  }

  /** The name of an operation in the document: with its page's before it where two pages have one of the same name. */
  operationId(operation: string): string {
    const name = String(this.facts.value("operation", operation) ?? operation);
    if (name !== operation) return camelCase(operation.replace(/Api\./, "."));
    // `get_part_1_2` in camel case would be `getPart12`, which the SDK does not spell like that.
    const { spell } = this.family;
    const usual = camelCase(name);
    return spell.operation(usual) !== name && spell.operation(name) === name ? name : usual;
  }

  /** The type of a security scheme, as a page or a sample tells it: `basic` and `bearer` stand for those of HTTP. */
  schemeType(scheme: string): string | undefined {
    const { facts } = this;
    const stated = facts.value("scheme", scheme, "type");
    if (stated !== undefined)
      return String(stated === "http" ? (facts.value("scheme", scheme, "scheme") ?? "bearer") : stated);
    for (const operation of facts.namesBelow("operation")) {
      const shown = facts.value("operation", operation, "example", "scheme", scheme);
      if (shown !== undefined) return String(shown);
    }
    return undefined;
  }

  /** The key of a documented model in `components.schemas`. */
  schemaName(model: string): string {
    return String(this.facts.value("model", model, "schema-name") ?? model);
  }
}

/** A name as words with a capital at the beginning: what a draft has in the place of every description. */
export function words(name: string): string {
  const text = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
