import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildModel, type Diagnostic, loadDocument } from "@facsimile/document";
import { emitPackage } from "../../src/emit/index.js";

export interface BuiltPackage {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the package's files by their paths; none where the document was refused. */
  readonly files: ReadonlyMap<string, string>;
}

const folder = mkdtempSync(join(tmpdir(), "facsimile-hostile-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Makes the package of a document that is given as a text, without writing it. */
export async function buildPackage(text: string | Uint8Array): Promise<BuiltPackage> {
  const file = join(folder, "openapi.yaml");
  writeFileSync(file, text);
  const loaded = await loadDocument(file);
  const model = loaded.document && buildModel(loaded.document);
  const diagnostics = [...loaded.diagnostics, ...(model?.diagnostics ?? [])];
  if (loaded.document === undefined || model?.api === undefined) return { diagnostics, files: new Map() };
  const files = emitPackage(model.api, loaded.document, surroundings);
  return { diagnostics, files: new Map(files.map(({ path, text: written }) => [path, written])) };
}

const surroundings = {
  name: "hostile",
  document: "../openapi.yaml",
  overlays: [],
  selection: {},
  settings: {},
  manifest: undefined,
  repository: undefined,
  license: undefined,
  homepage: undefined,
  bugs: undefined,
  release: "0.1.0",
};
