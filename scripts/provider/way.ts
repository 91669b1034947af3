import type { Order, Workbench } from "./workbench.js";

/** How a provider's document is come by; what is made of it is the same for all. */
export interface Way<Given extends Order> {
  /** What is written beside the package, relative to the folder that has `specs` and `packages`. */
  readonly files: (order: Given) => readonly string[];
  /** What is given, in a few words. */
  readonly given: (order: Given) => string;
  /** Puts the document on the workbench. Resolves to what is wrong, in a line each, although it came to its end. */
  readonly document: (bench: Given & Workbench) => Promise<readonly string[]>;
  /** Writes what can be written only once all is in its place. Resolves to what is left to a person. */
  readonly rest: (bench: Given & Workbench) => Promise<string>;
}
