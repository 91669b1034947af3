import {
  type Api,
  buildModel,
  type Document,
  formatDiagnostics,
  type LoadOptions,
  type LoadResult,
  loadDocument,
  type Selection,
  selectOperations,
} from "@facsimile/document";

/** An OpenAPI document and what the generator makes of it. */
export interface ReadDocument {
  readonly document: Document;
  readonly api: Api;
}

/** A document that cannot be used. The message has each finding with its file, line and fix. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/**
 * Takes the path of a file, or a document that is loaded already. Rejects with {@link DocumentError} where it has errors.
 *
 * @param options - how a file is loaded, and which of the operations are wanted
 */
export async function readDocument(
  source: Document | string,
  options: LoadOptions & Selection = {},
): Promise<ReadDocument> {
  const { document: whole, diagnostics, sources } = await load(source, options);
  const selected = whole && selectOperations(whole, buildModel(whole), options);
  if (selected?.api === undefined)
    throw new DocumentError(formatDiagnostics([...diagnostics, ...(selected?.diagnostics ?? [])], { sources }));
  return { document: selected.document, api: selected.api };
}

async function load(source: Document | string, options: LoadOptions): Promise<LoadResult> {
  return typeof source === "string"
    ? loadDocument(source, options)
    : { document: source, diagnostics: [], sources: new Map(), missing: [] };
}
