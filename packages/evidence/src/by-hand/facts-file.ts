import type { FactValue } from "../facts/fact.js";
import type { HandProblem } from "./hand-problem.js";
import type { PassagePlace } from "./place.js";

/** Where something stands in `facts.yaml`. */
export interface Written {
  readonly line: number;
  /** JSON pointer. */
  readonly pointer: string;
}

/** A fact as a person wrote it. */
export interface WrittenFact extends Written {
  readonly id: string;
  readonly value: FactValue;
}

/** A passage of a page, with the facts that it states. */
export interface Passage extends Written {
  /** Relative to the folder of the pages. */
  readonly page: string;
  readonly place: PassagePlace;
  readonly mark: string;
  readonly facts: readonly WrittenFact[];
  /** Why it states no fact, where it states none. */
  readonly nothing: string | undefined;
}

/** `facts.yaml`, read. */
export interface FactsFile {
  /** The folder of the pages, relative to the file. */
  readonly pages: string;
  /** The provider's name, where it is not that of the folder. */
  readonly provider: string | undefined;
  readonly passages: readonly Passage[];
}

export interface FactsFileResult {
  /** Without the passages that have a problem. Undefined where the file is no such file. */
  readonly file: FactsFile | undefined;
  readonly problems: readonly HandProblem[];
}

/** The name of the file in its folder. */
export const factsFileName = "facts.yaml";

/** Where the pages are, unless the file says otherwise. */
export const defaultPages = "pages";
