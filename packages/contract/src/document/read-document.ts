import { type Api, buildModel, type Document, formatDiagnostics, loadDocument } from "@facsimile/codegen";

/** An OpenAPI document and what the generator makes of it. */
export interface ReadDocument {
  readonly document: Document;
  readonly api: Api;
}

/** A document that cannot be used. The message has each finding with its file, line and fix. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** Takes the path of a file, or a document that is loaded already. Rejects with {@link DocumentError} where it has errors. */
export async function readDocument(source: Document | string): Promise<ReadDocument> {
  const loaded = typeof source === "string" ? await loadDocument(source) : { document: source, diagnostics: [] };
  const built = loaded.document === undefined ? undefined : buildModel(loaded.document);
  if (loaded.document === undefined || built?.api === undefined) {
    throw new DocumentError(formatDiagnostics([...loaded.diagnostics, ...(built?.diagnostics ?? [])]));
  }
  return { document: loaded.document, api: built.api };
}
