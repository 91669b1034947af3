import type { Evidence } from "../facts/fact.js";
import { FactIndex } from "../facts/fact-index.js";
import { families } from "../families/families.js";
import type { Family } from "../families/family.js";
import type { Json } from "../spec/json.js";

/** A JSON object that is still being put together. */
export interface Building {
  [key: string]: Json | Building | readonly (Json | Building)[];
}

/** What the parts of a draft are made from, and the questions that they leave to a person. */
export class Drafting {
  readonly facts: FactIndex;
  readonly family: Family;
  /** Comments by the JSON pointer of the property that they stand above. */
  readonly comments: Map<string, string> = new Map();

  constructor(evidence: Evidence) {
    this.facts = new FactIndex(evidence.facts);
    this.family = families[evidence.family];
  }

  /** Leaves a question above a property. */
  ask(pointer: string, question: string): void {
    const before = this.comments.get(pointer);
    this.comments.set(pointer, before === undefined ? question : `${before}\n${question}`);
  }

  /** Where a fact stands, for a comment: `UsersApi.md:34`. */
  place(...names: readonly string[]): string {
    const fact = this.facts.fact(...names);
    return fact === undefined ? "no page" : `${fact.page}:${fact.line}`;
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
