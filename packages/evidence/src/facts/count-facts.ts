import { type Fact, isUnread } from "./fact.js";
import { factNames } from "./fact-id.js";

/** How many things of each kind the documentation names, and how many facts it states about them. */
export interface FactCounts {
  readonly operations: number;
  readonly parameters: number;
  readonly statuses: number;
  readonly headers: number;
  readonly models: number;
  readonly properties: number;
  readonly enumerations: number;
  readonly facts: number;
}

export function countFacts(facts: readonly Fact[]): FactCounts {
  const paths = facts.map(({ id }) => factNames(id));
  const distinct = (pattern: readonly string[]): number => {
    const found = paths.filter((names) =>
      pattern.every((step, index) => (step === "*" ? names[index] !== undefined : step === names[index])),
    );
    return new Set(found.map((names) => names.slice(0, pattern.length).join("\n"))).size;
  };
  return {
    operations: distinct(["operation", "*"]),
    parameters: distinct(["operation", "*", "parameter", "*"]),
    statuses: distinct(["operation", "*", "status", "*"]),
    headers: distinct(["operation", "*", "status", "*", "header", "*"]),
    models: distinct(["model", "*"]),
    properties: distinct(["model", "*", "property", "*"]),
    enumerations: paths.filter((names) => names.at(-1) === "enum").length,
    facts: facts.length,
  };
}

/** How much of the documentation leaves something open that a spec has to say. */
export interface OpenCounts {
  /** The names of parameters and properties that the pages show in the SDK's spelling alone. */
  readonly guessedNames: number;
  /** All names of parameters and properties. */
  readonly names: number;
  /** The operations of whose schemes no page says how they go together. */
  readonly unstatedRelations: number;
  /** The places that were not understood. */
  readonly unread: number;
}

export function countOpen(facts: readonly Fact[]): OpenCounts {
  const { parameters, properties } = countFacts(facts);
  const guessed = facts.filter(({ id }) =>
    /^(operation\/[^/]+\/parameter|model\/[^/]+\/property)\/[^/]+\/spelling$/.test(id),
  );
  return {
    guessedNames: guessed.length,
    names: parameters + properties,
    unstatedRelations: facts.filter(({ id }) => /^operation\/[^/]+\/security\/relation$/.test(id)).length,
    unread: facts.filter(isUnread).length,
  };
}
