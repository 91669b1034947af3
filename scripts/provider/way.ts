import type { Workbench } from "./workbench.js";

/** How a provider's document is come by; what is made of it is the same for all. */
export interface Way<Bench extends Workbench> {
  /** What is written below `specs/<provider>`. */
  readonly files: readonly string[];
  /** What is given, in a few words. */
  readonly given: (bench: Bench) => string;
  /** Puts the document on the workbench. Resolves to what is wrong, in a line each, although it came to its end. */
  readonly document: (bench: Bench) => Promise<readonly string[]>;
  /** Writes what can be written only once all is in its place. Resolves to what is left to a person. */
  readonly rest: (bench: Bench) => Promise<string>;
}
