import type { Difference, Fact, FactValue } from "../facts/fact.js";
import { factId } from "../facts/fact-id.js";
import { modelsIn, printType, type TypeExpression } from "../facts/type-expression.js";
import type { Family } from "../families/family.js";
import { TypeSyntaxError } from "../families/tokens.js";
import { withoutOwnValues } from "./own-values.js";
import { straightQuotes } from "./plain-text.js";
import type { Problem } from "./problem.js";
import type { JsonSample } from "./samples/find-samples.js";

/** A model that a page names, to be found among the model pages when all are read. */
export interface ModelMention {
  readonly model: string;
  readonly page: string;
  readonly line: number;
}

/** What the reading of pages has brought so far. Each page gets its own; they are put together at the end. */
export class Reading {
  readonly facts: Fact[] = [];
  readonly problems: Problem[] = [];
  readonly mentions: ModelMention[] = [];
  /** JSON samples of which the page says what they are. */
  readonly samples: JsonSample[] = [];
  readonly family: Family;
  readonly page: string;
  /** What a description says otherwise than the table beside it. */
  readonly differences: Difference[] = [];
  readonly #stated = new Map<string, Fact>();
  readonly #keys: ReadonlyMap<string, string>;
  readonly #models: ReadonlySet<string>;

  /**
   * @param keys What operations of this page are called in ids, where another page has one of the same name.
   * @param models The models that have a page.
   */
  constructor(
    family: Family,
    page: string,
    keys: ReadonlyMap<string, string> = new Map(),
    models: ReadonlySet<string> = new Set(),
  ) {
    this.family = family;
    this.page = page;
    this.#keys = keys;
    this.#models = models;
  }

  /** What an operation of this page is called in the ids of facts. */
  operationKey(name: string): string {
    return this.#keys.get(name) ?? name;
  }

  /** States a fact of this page. A second statement of the same page about the same thing is a problem. */
  state(names: readonly string[], line: number, value: FactValue): void {
    const id = factId(...names);
    if (this.#stated.has(id)) {
      this.problem(line, `"${id}" is stated a second time on this page`, "Take one of the two statements away");
      return;
    }
    const fact = { id, page: this.page, line, value };
    this.#stated.set(id, fact);
    this.facts.push(fact);
  }

  /** What this page has stated so far. */
  value(...names: readonly string[]): FactValue | undefined {
    return this.#stated.get(factId(...names))?.value;
  }

  /** Notes that a place of less weight says something else than what is stated already. */
  differ(names: readonly string[], line: number, value: FactValue): void {
    const kept = this.#stated.get(factId(...names));
    if (kept === undefined) return;
    const { id, ...place } = kept;
    this.differences.push({ id, kept: place, dropped: { page: this.page, line, value } });
  }

  problem(line: number | undefined, message: string, fix: string): void {
    this.problems.push({ file: this.page, line, message, fix });
  }

  /** The type that a text of this page states, in the notation of evidence. A problem, and undefined, where it is none. */
  type(text: string, line: number): string | undefined {
    const type = this.#parse(text, line);
    if (type === undefined) return undefined;
    for (const model of modelsIn(type)) this.mentions.push({ model, page: this.page, line });
    return printType(type);
  }

  #parse(text: string, line: number): TypeExpression | undefined {
    try {
      return withoutOwnValues(this.family.parseType(straightQuotes(text.trim()), this.#models));
    } catch (error) {
      if (!(error instanceof TypeSyntaxError)) throw error;
      this.problem(line, error.message, `Mend the page, or teach the ${this.family.name} family this type`);
      return undefined;
    }
  }
}
