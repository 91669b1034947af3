import type { Diagnostic } from "./diagnostic.js";
import { inOrder } from "./order.js";

/** Collects diagnostics, each once: what several operations share is checked for each of them. */
export class DiagnosticCollection {
  private readonly found = new Map<string, Diagnostic>();

  add(diagnostic: Diagnostic): void {
    const { code, file, position, pointer, message } = diagnostic;
    const key = JSON.stringify([code, file, position, pointer, message]);
    if (!this.found.has(key)) this.found.set(key, diagnostic);
  }

  /** Whether there is an error among them. */
  get failed(): boolean {
    return [...this.found.values()].some(({ severity }) => severity === "error");
  }

  /** Those that say what was left out. */
  get omissions(): readonly Diagnostic[] {
    return [...this.found.values()].filter(({ severity }) => severity === "omission");
  }

  /** @param document - the file that comes first */
  inOrder(document: string): Diagnostic[] {
    return inOrder(this.found.values(), document);
  }
}
