import { relative, resolve } from "node:path";
import { createDiagnostic } from "./diagnostics/create.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { Surroundings } from "./emit/surroundings.js";
import type { Change } from "./plan/plan.js";
import { planPackage } from "./plan/plan.js";
import { fillPattern, providerName, toPackageName } from "./provider.js";
import { applyChanges } from "./write/apply.js";
import { readCache, writeCache } from "./write/cache.js";
import { readPackageFolder } from "./write/package-folder.js";
import { readSurroundings } from "./write/surroundings.js";

export interface GenerateOptions {
  /** The OpenAPI documents. */
  readonly specs: readonly string[];
  /** The folder of the package; `*` stands for the provider's name, and has to be in it where there are several documents. Default: `*`. */
  readonly out?: string;
  /** The npm name; `*` as in `out`. Default: the name that the package has, else the provider's. */
  readonly name?: string;
  /** Writes nothing. Default: false. */
  readonly check?: boolean;
  /** What relative paths start at. Default: the current folder of the process. */
  readonly cwd?: string;
}

/** What became of one document. */
export interface GeneratedPackage {
  readonly spec: string;
  /** The package's folder, relative to `cwd`. */
  readonly folder: string;
  readonly name: string;
  /** `failed`: there is an error among the diagnostics, and nothing was written. `outdated`: it would be written, but for `check`. */
  readonly outcome: "written" | "unchanged" | "outdated" | "failed";
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the files that were read, by the names that diagnostics give them. */
  readonly sources: ReadonlyMap<string, string>;
  /** The files that the package depends on: the document and what it refers to. */
  readonly inputs: readonly string[];
}

/**
 * Generates a package for each document. An error in one document leaves its package as it is, and the others are generated.
 *
 * @throws Error of the file system, when a folder cannot be read.
 */
export async function generate(options: GenerateOptions): Promise<readonly GeneratedPackage[]> {
  const packages: GeneratedPackage[] = [];
  for (const spec of options.specs) packages.push(await generatePackage(spec, options));
  return packages;
}

/** A package that is to be generated. */
interface Task {
  /** As the caller gave it, for diagnostics. */
  readonly spec: string;
  readonly document: string;
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly check: boolean;
}

async function generatePackage(spec: string, options: GenerateOptions): Promise<GeneratedPackage> {
  const { out = "*", name, check = false, cwd = process.cwd() } = options;
  const document = resolve(cwd, spec);
  const provider = providerName(document);
  const folder = resolve(cwd, fillPattern(out, toPackageName(provider)));
  const surroundings = await readSurroundings(folder, document, (existing) => {
    return name === undefined ? (existing ?? toPackageName(provider)) : fillPattern(name, toPackageName(provider));
  });
  const known = await readCache(folder, document, surroundings);
  const common = { spec, folder: relative(cwd, folder) || ".", name: surroundings.name };
  if (known !== undefined) {
    const { diagnostics, inputs } = known;
    return { ...common, outcome: "unchanged", changes: [], diagnostics, sources: new Map(), inputs };
  }
  const shown = cwd === process.cwd() ? spec : document;
  return { ...common, ...(await run({ spec: shown, document, folder, surroundings, check })) };
}

type Outcome = Omit<GeneratedPackage, "spec" | "folder" | "name">;

async function run({ spec, document, folder, surroundings, check }: Task): Promise<Outcome> {
  // Loaded only when there is something to do: the compiler alone takes longer than all the rest.
  const [{ loadDocument }, { buildModel }] = await Promise.all([import("./load/load.js"), import("./model/build.js")]);
  const loaded = await loadDocument(spec);
  const inputs = [document, ...[...loaded.sources.keys()].map((file) => resolve(file))];
  const model = loaded.document === undefined ? undefined : buildModel(loaded.document);
  const diagnostics = [...loaded.diagnostics, ...(model?.diagnostics ?? [])];
  const read = { diagnostics, sources: loaded.sources, inputs: [...new Set(inputs)] };
  if (loaded.document === undefined || model?.api === undefined) return { ...read, outcome: "failed", changes: [] };
  const { emitPackage } = await import("./emit/index.js");
  const files = emitPackage(model.api, loaded.document, surroundings);
  const existing = await readPackageFolder(
    folder,
    files.map(({ path }) => path),
  );
  const { changes, refused } = planPackage(files, existing);
  if (refused.length > 0) {
    const inTheWay = refused.map((path) => refusal(relative(process.cwd(), resolve(folder, path))));
    return { ...read, diagnostics: [...diagnostics, ...inTheWay], outcome: "failed", changes: [] };
  }
  if (check && changes.length > 0) return { ...read, outcome: "outdated", changes };
  if (changes.length > 0) await applyChanges(folder, changes);
  const outputs = new Map(files.map(({ path, text }) => [path, text]));
  // The package's own package.json is among its surroundings, and has just been written.
  const after = changes.length === 0 ? surroundings : await readSurroundings(folder, document, () => surroundings.name);
  await writeCache(folder, after, { inputs: read.inputs, outputs, diagnostics });
  return { ...read, outcome: changes.length === 0 ? "unchanged" : "written", changes };
}

function refusal(file: string): Diagnostic {
  const place = { file, position: undefined, pointer: undefined };
  const fix = "Move or delete it, or generate into another folder.";
  return createDiagnostic("output-not-generated", place, "A file that was not generated is in the way.", fix);
}
