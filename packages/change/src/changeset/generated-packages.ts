import { readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { InputError } from "../input-error.js";

/** A package of a repository that was generated from a document. */
export interface GeneratedPackage {
  readonly name: string;
  readonly version: string;
  readonly isPrivate: boolean;
  /** Absolute. */
  readonly folder: string;
  /** Absolute path of its document. */
  readonly document: string;
}

/** The packages of a repository. */
export interface Workspace {
  /** Absolute; where `.changeset` is. */
  readonly root: string;
  /** Whether the only package is that of the root, whose tags changesets calls `v1.0.0`. */
  readonly isSingle: boolean;
  readonly generated: readonly GeneratedPackage[];
  /** The folder of each package by its name. */
  readonly folders: ReadonlyMap<string, string>;
}

/**
 * Finds the packages that were generated: each has a contract test, which names its document.
 *
 * @param documents - the documents of packages that have none, by the folder of the package; absolute paths
 * @throws InputError where there are no packages, or where one of the folders has none
 */
export async function readWorkspace(cwd: string, documents: ReadonlyMap<string, string>): Promise<Workspace> {
  // Loaded only where changesets are written.
  const { getPackages } = await import("@manypkg/get-packages");
  const { root, packages, tool } = await getPackages(cwd).catch((error: unknown) => {
    throw new InputError(`the packages of ${cwd} cannot be listed: ${error instanceof Error ? error.message : error}`);
  });
  const generated: GeneratedPackage[] = [];
  for (const { dir, packageJson } of packages) {
    const document = documents.get(resolve(dir)) ?? (await documentOf(dir));
    const { name, version, private: isPrivate = false } = packageJson;
    if (document !== undefined) generated.push({ name, version, isPrivate, folder: resolve(dir), document });
  }
  const folders = new Map(packages.map(({ dir, packageJson }) => [packageJson.name, resolve(dir)]));
  for (const folder of documents.keys())
    if (![...folders.values()].includes(folder))
      throw new InputError(`${relative(cwd, folder) || "."} is the folder of no package of ${root.dir}`);
  return { root: resolve(root.dir), isSingle: tool === "root", generated, folders };
}

/** Relative to the folder of a package. */
export const contractTest = "test/contract.test.ts";

async function documentOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, contractTest), "utf8").catch(() => "");
  const named = documentIn(text);
  return named === undefined ? undefined : resolve(folder, "test", named.split("/").join(sep));
}

/** The document that a contract test names, relative to the test's folder, with slashes. */
export function documentIn(test: string): string | undefined {
  const [, literal] = /document: new URL\(\s*("(?:[^"\\\n]|\\.)*"),\s*import\.meta\.url/.exec(test) ?? [];
  try {
    return literal === undefined ? undefined : String(JSON.parse(literal));
  } catch {
    return undefined;
  }
}
