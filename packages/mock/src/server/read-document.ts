import { dirname, resolve } from "node:path";
import {
  type Api,
  buildModel,
  type Document,
  formatDiagnostics,
  type GivenDocument,
  type LoadOptions,
  type LoadResult,
  loadDocument,
  type Selection,
  selectOperations,
} from "@facsimile/document";
import { DocumentError } from "./document-error.js";
import { findDocument } from "./find-document.js";

/** An OpenAPI document and what the generator makes of it. */
export interface ReadDocument {
  readonly document: Document;
  readonly api: Api;
  /** The absolute paths of the files that it was read from; none where it was loaded already. */
  readonly files: readonly string[];
}

export interface ReadOptions extends LoadOptions, Selection {
  /** The folder from which relative paths and packages are looked for. Default: the working directory. */
  readonly from?: string;
}

/**
 * Takes the path of a file, the name of an installed package that carries its document, what is in no file, or a document that is loaded already.
 * Rejects with {@link DocumentError} where it has errors, or there is none.
 *
 * @param options - how a file is loaded, and which of the operations are wanted
 */
export async function readDocument(
  source: Document | GivenDocument | string,
  options: ReadOptions = {},
): Promise<ReadDocument> {
  const { document: whole, diagnostics, sources } = await load(source, options);
  const selected = whole && selectOperations(whole, buildModel(whole), options);
  if (selected?.api === undefined)
    throw new DocumentError(formatDiagnostics([...diagnostics, ...(selected?.diagnostics ?? [])], { sources }));
  const { document, api } = selected;
  const folder = typeof source === "string" ? dirname(document.file) : process.cwd();
  return { document, api, files: [...sources.keys()].map((file) => resolve(folder, file)) };
}

async function load(source: Document | GivenDocument | string, { from, ...options }: ReadOptions): Promise<LoadResult> {
  if (typeof source === "string") return loadDocument(await findDocument(source, resolve(from ?? ".")), options);
  return "content" in source
    ? loadDocument(source, options)
    : { document: source, diagnostics: [], sources: new Map(), missing: [] };
}
