import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What each module imports, by its path relative to a folder, with slashes; type imports too. */
export type Imports = ReadonlyMap<string, readonly Import[]>;

export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** The module that a relative specifier leads to; undefined for a package. */
  readonly module: string | undefined;
}

/** Reads the import statements of every TypeScript module below some folders. */
export function readImports(root: string, folders: readonly string[]): Imports {
  const modules = folders.flatMap((folder) => listModules(root, folder));
  return new Map(modules.map((module) => [module, importsOf(root, module)]));
}

function listModules(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !/\/(?:golden|fixtures|generated)\//.test(name),
    )
    .sort();
}

/** The beginning of an import or export statement up to what it imports from, or an import on demand. */
const statement =
  /(?:^|\n)\s*(?:import|export)\b[^;"'`]*?\bfrom\s*"([^"\n]+)"|\bimport\(\s*"([^"\n]+)"|(?:^|\n)import\s+"([^"\n]+)"/g;

function importsOf(root: string, module: string): Import[] {
  const text = readFileSync(path.join(root, module), "utf8");
  const specifiers = [...text.matchAll(statement)].map(([, from, onDemand, bare]) => from ?? onDemand ?? bare ?? "");
  return specifiers.map((specifier) => ({ specifier, module: moduleOf(module, specifier) }));
}

function moduleOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}
