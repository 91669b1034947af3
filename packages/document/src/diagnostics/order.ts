import type { Diagnostic } from "./diagnostic.js";

/** The document first, then the files that it refers to by name; in each file from top to bottom. */
export function inOrder(diagnostics: Iterable<Diagnostic>, document: string): Diagnostic[] {
  return [...diagnostics].sort((a, b) => compareFiles(a.file, b.file, document) || comparePlaces(a, b));
}

function compareFiles(a: string, b: string, document: string): number {
  if (a === b) return 0;
  return a === document || (b !== document && a < b) ? -1 : 1;
}

function comparePlaces({ position: a }: Diagnostic, { position: b }: Diagnostic): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
