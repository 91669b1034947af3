import { type Diagnostic, type Document, formatDiagnostics, type Location, loadDocument } from "@facsimile/document";

export type { Location };

/** An OpenAPI document with the place of each of its nodes. */
export type Spec = Pick<Document, "file" | "json" | "locate">;

/** A file that is no spec. The message holds what is wrong with it, for people. */
export class SpecError extends Error {
  override readonly name = "SpecError";
}

/**
 * Loads the OpenAPI document at a path. Throws a SpecError where there is none.
 *
 * @param file The name that places in it are given with.
 */
export async function loadSpec(path: string, file: string): Promise<Spec> {
  const { document, diagnostics, sources } = await loadDocument(path);
  if (document === undefined) {
    const named = diagnostics.map((diagnostic): Diagnostic => ({ ...diagnostic, file }));
    throw new SpecError(formatDiagnostics(named, { sources: new Map([[file, sources.get(path) ?? ""]]) }));
  }
  return { file, json: document.json, locate: (pointer) => ({ ...document.locate(pointer), file }) };
}
