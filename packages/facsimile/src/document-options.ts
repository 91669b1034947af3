import { resolve } from "node:path";
import type { ParsedArguments } from "./options.js";

/** The options of commands that read a document, but for diff, which reads two of them whole. */
export const documentOptions = { overlay: "text", only: "text", without: "text" } as const;

/** What is done to a document before anything else. */
export interface DocumentChoices {
  /** Absolute paths of overlays. */
  readonly overlays: readonly string[];
  /** Selectors of the operations that are wanted; none: all. */
  readonly only: readonly string[];
  /** Selectors of those that are not. */
  readonly without: readonly string[];
}

export function readDocumentOptions({ texts }: ParsedArguments, cwd: string): DocumentChoices {
  return {
    overlays: texts("overlay").map((overlay) => resolve(cwd, overlay)),
    only: texts("only"),
    without: texts("without"),
  };
}
