import { copyFile, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { checkOut } from "../sources/git.js";
import { openTemporaryFolder } from "../sources/temporary-folder.js";
import { installedRuntime } from "../types/program/installed-runtime.js";
import type { PackageSources } from "../types/program/package-sources.js";
import { readPackageSources } from "../types/program/read-package-sources.js";
import type { GeneratedPackage, Workspace } from "./generated-packages.js";
import type { History } from "./history.js";

/** Both editions of a package, each with the runtime that it is compiled with. */
export interface Sides {
  readonly old: PackageSources;
  readonly new: PackageSources;
  /** The README of the old one; empty where it has none. */
  readonly readme: string;
  /** Removes what was made for the comparison. */
  close(): Promise<void>;
}

const runtimeName = "@facsimile/runtime";

/** Undefined where neither the package nor a runtime of the same repository has changed. */
export async function revisionSides(
  own: GeneratedPackage,
  revision: string,
  { root, folders }: Workspace,
  history: History,
): Promise<Sides | undefined> {
  const runtime = folders.get(runtimeName);
  const runtimeParts = runtime === undefined ? [] : partsOf(runtime);
  const isRuntimeOther = runtime !== undefined && (await history.hasChanged(revision, runtimeParts));
  // One that is new, or has moved, is taken for what it was.
  const isRuntimeThere =
    isRuntimeOther && (await history.textAt(revision, join(runtime, "package.json"))) !== undefined;
  if (!isRuntimeOther && !(await history.hasChanged(revision, partsOf(own.folder)))) return undefined;
  const label = (folder: string): string => `git:${revision}:${relative(root, folder).split(sep).join("/") || "."}`;
  const before = await checkOut(label(own.folder), root);
  const runtimes = isRuntimeThere
    ? await otherRuntimes(label(runtime), runtime, root)
    : sameRuntime(runtime ?? runtimeOf(own.folder));
  return {
    old: await readPackageSources(before.path, runtimes.old),
    new: await readPackageSources(own.folder, runtimes.new),
    readme: await readReadme(before.path),
    close: async () => {
      await before.close();
      await runtimes.close();
    },
  };
}

/** @param folder - where the published package is installed, with the runtime that it asks for */
export async function publishedSides(own: GeneratedPackage, folder: string, { folders }: Workspace): Promise<Sides> {
  const installed = join(folder, "node_modules", own.name);
  return {
    old: await readPackageSources(installed, runtimeOf(installed)),
    new: await readPackageSources(own.folder, folders.get(runtimeName) ?? runtimeOf(own.folder)),
    readme: await readReadme(installed),
    close: async () => {},
  };
}

/** What people see of a package. */
function partsOf(folder: string): readonly string[] {
  return [join(folder, "src"), join(folder, "package.json")];
}

interface Runtimes {
  readonly old: string;
  readonly new: string;
  close(): Promise<void>;
}

function sameRuntime(folder: string): Runtimes {
  return { old: folder, new: folder, close: async () => {} };
}

/** Both as source, since a revision has nothing that was built: what was built of the new one may say the same in another way. */
async function otherRuntimes(label: string, runtime: string, root: string): Promise<Runtimes> {
  const before = await checkOut(label, root);
  const { folder: now, close } = await openTemporaryFolder("facsimile-runtime-");
  await copyFile(join(runtime, "package.json"), join(now, "package.json"));
  await symlink(join(runtime, "src"), join(now, "src"), "junction");
  return {
    old: before.path,
    new: now,
    close: async () => {
      await before.close();
      await close();
    },
  };
}

/** The runtime that is installed for a package. */
function runtimeOf(folder: string): string {
  try {
    return join(createRequire(join(folder, "package.json")).resolve(`${runtimeName}/package.json`), "..");
  } catch {
    return installedRuntime();
  }
}

function readReadme(folder: string): Promise<string> {
  return readFile(join(folder, "README.md"), "utf8").catch(() => "");
}
