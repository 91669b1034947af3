import {
  type Api,
  buildModel,
  type Document,
  formatDiagnostics,
  type LoadOptions,
  type LoadResult,
  loadDocument,
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
 * @param options - how a file is loaded
 */
export async function readDocument(source: Document | string, options: LoadOptions = {}): Promise<ReadDocument> {
  const { document, diagnostics, sources } = await load(source, options);
  const built = document === undefined ? undefined : buildModel(document);
  if (document === undefined || built?.api === undefined) {
    throw new DocumentError(formatDiagnostics([...diagnostics, ...(built?.diagnostics ?? [])], { sources }));
  }
  return { document, api: built.api };
}

async function load(source: Document | string, options: LoadOptions): Promise<LoadResult> {
  return typeof source === "string"
    ? loadDocument(source, options)
    : { document: source, diagnostics: [], sources: new Map(), missing: [] };
}
