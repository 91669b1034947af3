import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { InputError } from "../input-error.js";
import { parseJson } from "./parse-json.js";

/** A package of a repository that was generated from a document. */
export interface GeneratedPackage {
  readonly name: string;
  readonly version: string;
  readonly isPrivate: boolean;
  /** Absolute. */
  readonly folder: string;
  /** Absolute path of its document. */
  readonly document: string;
  /** Absolute paths of the overlays that are applied to it, in their order. */
  readonly overlays: readonly string[];
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
    const named = await namedIn(dir);
    const document = documents.get(resolve(dir)) ?? named.document;
    const { name, version, private: isPrivate = false } = packageJson;
    if (document === undefined) continue;
    generated.push({ name, version, isPrivate, folder: resolve(dir), document, overlays: named.overlays });
  }
  const folders = new Map(packages.map(({ dir, packageJson }) => [packageJson.name, resolve(dir)]));
  for (const folder of documents.keys())
    if (![...folders.values()].includes(folder))
      throw new InputError(`${relative(cwd, folder) || "."} is the folder of no package of ${root.dir}`);
  return { root: resolve(root.dir), isSingle: tool === "root", generated, folders };
}

/** Relative to the folder of a package. */
export const contractTest = "test/contract.test.ts";

/** What a package is generated from, as its contract test names it. */
interface NamedInTest {
  /** Absolute, as the overlays are. */
  readonly document: string | undefined;
  readonly overlays: readonly string[];
}

async function namedIn(folder: string): Promise<NamedInTest> {
  const test = join(folder, contractTest);
  return namedByTest(test, await readFile(test, "utf8").catch(() => ""));
}

/** @param path - of the contract test, from which what it names starts */
export function namedByTest(path: string, text: string): NamedInTest {
  const absolute = (named: string): string => resolve(dirname(path), named.split("/").join(sep));
  const [document] = urlsAfter(/\bdocument:(?=\s*new URL)/, text);
  return {
    document: document && absolute(document),
    overlays: urlsAfter(/\boverlays: \[(?=\s*new URL)/, text).map(absolute),
  };
}

/** The URLs that stand after a word, as a contract test is written. */
function urlsAfter(start: RegExp, text: string): readonly string[] {
  const url = /\s*new URL\(\s*("(?:[^"\\\n]|\\.)*"),\s*import\.meta\.url,?\s*\)/y;
  const found: string[] = [];
  const begun = start.exec(text);
  if (begun === null) return found;
  url.lastIndex = begun.index + begun[0].length;
  for (let match = url.exec(text); match !== null; match = url.exec(text)) {
    const named = parseJson(match[1] ?? "");
    if (typeof named !== "string") break;
    found.push(named);
    if (text[url.lastIndex] !== ",") break;
    url.lastIndex += 1;
  }
  return found;
}
