import { existsSync } from "node:fs";
import path from "node:path";
import { configuration, specFile } from "./places.js";

interface Provider {
  readonly name: string;
  /** The folder that has `specs` and `packages`. */
  readonly into: string;
}

/** Whether a provider publishes its document itself: the configuration names the copy of it then. All others are written here. */
export async function isOfOthers(provider: Provider): Promise<boolean> {
  const own = path.join(provider.into, specFile(provider, "openapi.yaml"));
  return (await entriesIn(provider.into)).some((document) => path.resolve(provider.into, document) === own);
}

async function entriesIn(home: string): Promise<readonly string[]> {
  const file = path.join(home, configuration);
  if (!existsSync(file)) return [];
  // Imported only here, because it exists only once it is built.
  const { formatDiagnostics, isObject, readSource } = await import("@facsimile/document");
  const { json, diagnostics, sources } = await readSource(file);
  if (json === undefined) throw new Error(formatDiagnostics(diagnostics, { sources }).trim());
  const documents = isObject(json) && Array.isArray(json.documents) ? json.documents : [];
  return documents.flatMap((entry) => (isObject(entry) && typeof entry.document === "string" ? [entry.document] : []));
}
