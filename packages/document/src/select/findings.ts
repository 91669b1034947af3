import { createDiagnostic } from "../diagnostics/create.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/registry.js";
import type { Document } from "../load/document.js";
import { nearest } from "../nearest.js";
import type { Selectable } from "./selectable.js";
import { readSelector, type Selector } from "./selector.js";

/** What is wrong with selectors, or with what they leave of a document. */
export class Findings {
  readonly #file: string;
  readonly #all: Diagnostic[] = [];

  constructor({ file }: Document) {
    this.#file = file;
  }

  get all(): readonly Diagnostic[] {
    return this.#all;
  }

  get failed(): boolean {
    return this.#all.some(({ severity }) => severity === "error");
  }

  /** Those of the selectors that are any. */
  read(texts: readonly string[]): readonly Selector[] {
    return texts.flatMap((text) => {
      const selector = readSelector(text);
      if (selector === undefined)
        this.#add(
          "selector-invalid",
          `"${text}" selects no operations: it is none of the forms that there are.`,
          "Write tag:<name>, path:<path>, operation:<operationId> or deprecated; * stands for any characters.",
        );
      return selector ?? [];
    });
  }

  /** Tells each selector that selects nothing of what there is. */
  tellUnmatched(selectors: readonly Selector[], operations: readonly Selectable[]): void {
    for (const { text, selects } of selectors) {
      if (operations.some(selects)) continue;
      const [kind = "", ...rest] = text.split(":");
      const meant = nearest(rest.join(":"), wordsOf(kind, operations));
      const fix = meant === undefined ? "Correct it, or leave it out." : `Did you mean ${kind}:${meant}?`;
      this.#add("selector-unmatched", `"${text}" selects none of the document's operations.`, fix);
    }
  }

  tellNothingLeft(): void {
    const message = "No operation is left: the selectors leave all of them out.";
    this.#add("selection-empty", message, "Select something that the document has.");
  }

  #add(code: DiagnosticCode, message: string, fix: string): void {
    this.#all.push(createDiagnostic(code, { file: this.#file, position: undefined, pointer: undefined }, message, fix));
  }
}

/** What a selector of a kind could have been written with. */
function wordsOf(kind: string, operations: readonly Selectable[]): readonly string[] {
  const words = operations.flatMap(({ tags, path, names }) => {
    if (kind === "tag") return tags;
    return kind === "path" ? [path].filter((one) => one !== undefined) : names;
  });
  return [...new Set(words)];
}
