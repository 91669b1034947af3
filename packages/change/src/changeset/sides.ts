import { copyFile, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { checkOut } from "../sources/git.js";
import { openTemporaryFolder } from "../sources/temporary-folder.js";
import { installedRuntime } from "../types/program/installed-runtime.js";
import type { PackageSources } from "../types/program/package-sources.js";
import { readPackageSources } from "../types/program/read-package-sources.js";
import { readExamples } from "../types/samples/examples.js";
import { readSamples, type Sample } from "../types/samples/sample.js";
import { versionIn } from "./base.js";
import type { GeneratedPackage, Workspace } from "./generated-packages.js";
import type { History } from "./history.js";

/** Both editions of a package, each with the runtime that it is compiled with. */
export interface Sides {
  readonly old: PackageSources;
  readonly new: PackageSources;
  /** Whether the runtime of the old one may behave in another way than that of the new one. */
  readonly isRuntimeOther: boolean;
  /** The programs of the old one: of its README, and of the examples. */
  readonly samples: readonly Sample[];
  /** Removes what was made for the comparison. */
  close(): Promise<void>;
}

const runtimeName = "@facsimile/runtime";

/**
 * Undefined where neither the package nor a runtime of the same repository has changed.
 *
 * @param isWanted - whether they are wanted also where that is so
 */
export async function revisionSides(
  own: GeneratedPackage,
  revision: string,
  { root, folders }: Workspace,
  history: History,
  isWanted: boolean,
): Promise<Sides | undefined> {
  const runtime = folders.get(runtimeName);
  const runtimeParts = runtime === undefined ? [] : partsOf(runtime);
  const isRuntimeOther = runtime !== undefined && (await history.hasChanged(revision, runtimeParts));
  // One that is new, or has moved, is taken for what it was.
  const isRuntimeThere =
    isRuntimeOther && (await history.textAt(revision, join(runtime, "package.json"))) !== undefined;
  if (!isWanted && !isRuntimeOther && !(await history.hasChanged(revision, partsOf(own.folder)))) return undefined;
  const label = (folder: string): string => `git:${revision}:${relative(root, folder).split(sep).join("/") || "."}`;
  const before = await checkOut(label(own.folder), root);
  const runtimes = isRuntimeThere
    ? await otherRuntimes(label(runtime), runtime, root)
    : sameRuntime(runtime ?? runtimeOf(own.folder));
  return {
    old: await readPackageSources(before.path, runtimes.old),
    new: await readPackageSources(own.folder, runtimes.new),
    isRuntimeOther,
    samples: [
      ...(await readOwnSamples(before.path, own.name)),
      ...(own.folder === root ? [] : await readSharedExamples(own, revision, root, history)),
    ],
    close: async () => {
      await before.close();
      await runtimes.close();
    },
  };
}

/** @param folder - where the published package is installed, with the runtime that it asks for */
export async function publishedSides(own: GeneratedPackage, folder: string, { folders }: Workspace): Promise<Sides> {
  const installed = join(folder, "node_modules", own.name);
  const [old, next] = [runtimeOf(installed), folders.get(runtimeName) ?? runtimeOf(own.folder)];
  return {
    old: await readPackageSources(installed, old),
    new: await readPackageSources(own.folder, next),
    isRuntimeOther: (await versionOf(old)) !== (await versionOf(next)),
    samples: await readOwnSamples(installed, own.name),
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

async function versionOf(folder: string): Promise<string | undefined> {
  return versionIn(await readFile(join(folder, "package.json"), "utf8").catch(() => undefined));
}

async function readOwnSamples(folder: string, name: string): Promise<readonly Sample[]> {
  const page = await readFile(join(folder, "README.md"), "utf8").catch(() => "");
  return [...readSamples(page, "README.md"), ...(await readExamples(join(folder, "examples"), name))];
}

/** Those that a repository has beside its packages. */
async function readSharedExamples(
  { name }: GeneratedPackage,
  revision: string,
  root: string,
  history: History,
): Promise<readonly Sample[]> {
  if ((await history.textAt(revision, join(root, "examples"))) === undefined) return [];
  const { path, close } = await checkOut(`git:${revision}:examples`, root);
  try {
    return await readExamples(path, name);
  } finally {
    await close();
  }
}
