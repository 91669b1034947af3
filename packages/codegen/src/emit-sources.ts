import type { Api, Document } from "@facsimile/document";
import type { SourceFile } from "./emit/source-file.js";

/**
 * The files of the package that would be generated for a document into an empty folder, without the part `raw`. Nothing is read and nothing is written.
 *
 * @param api - what was built of the document
 * @param name - the npm name
 */
export async function emitSources(api: Api, document: Document, name: string): Promise<readonly SourceFile[]> {
  // Loaded only when there is something to emit.
  const { emitPackage } = await import("./emit/index.js");
  const nothing = {
    manifest: undefined,
    repository: undefined,
    license: undefined,
    homepage: undefined,
    bugs: undefined,
  };
  const release = "0.0.0";
  return emitPackage(api, document, {
    name,
    document: "../openapi.yaml",
    overlays: [],
    selection: {},
    settings: {},
    release,
    ...nothing,
  });
}
