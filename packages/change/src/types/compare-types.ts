import { emitSources } from "@facsimile/codegen";
import { type Api, buildModel, type Diagnostic, type Document } from "@facsimile/document";
import { compareEditions } from "./compare-editions.js";
import { documentPlacer } from "./document-places.js";
import type { TypeFinding } from "./finding.js";
import { loadCompiler } from "./program/compiler.js";
import { installedRuntime } from "./program/installed-runtime.js";
import type { PackageSources } from "./program/package-sources.js";
import { createTypeProgram } from "./program/type-program.js";

export interface CompareTypesOptions {
  /** The npm name of the package, for messages. Default: `package`. */
  readonly name?: string;
  /** The folder of the runtime that both editions are compiled with. Default: the installed one. */
  readonly runtime?: string;
}

export interface TypeComparison {
  /** What breaks first. */
  readonly findings: readonly TypeFinding[];
  /** Why there is no package of one of the documents, and so no finding. Empty where there are both. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What users of the package of one edition of a document see of the package of another one when they compile. Both are generated in memory, and
 * the compiler decides. Places are in the documents.
 */
export async function compareTypes(
  old: Document,
  next: Document,
  options: CompareTypesOptions = {},
): Promise<TypeComparison> {
  const [before, after] = [buildModel(old), buildModel(next)];
  if (before.api === undefined || after.api === undefined) {
    const failed = [before, after].filter(({ api }) => api === undefined);
    return { findings: [], diagnostics: failed.flatMap(({ diagnostics }) => diagnostics) };
  }
  const sources = [await emit(before.api, old, options), await emit(after.api, next, options)] as const;
  const found = compareEditions(createTypeProgram(loadCompiler(), ...sources));
  const [oldPlace, newPlace] = [documentPlacer(old, before.api), documentPlacer(next, after.api)];
  const findings = found.map((one) => ({
    ...one,
    old: one.old && oldPlace(one.old),
    new: one.new && newPlace(one.new),
  }));
  return { findings, diagnostics: [] };
}

async function emit(
  api: Api,
  document: Document,
  { name = "package", runtime = installedRuntime() }: CompareTypesOptions,
): Promise<PackageSources> {
  return { files: await emitSources(api, document, name), runtime };
}
