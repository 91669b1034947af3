import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { isObject } from "@facsimile/document";
import type { TypeScript } from "../../program/compiler.js";
import { installedRuntime } from "../../program/installed-runtime.js";
import { type PackageSources, readEntries, type SourceText } from "../../program/package-sources.js";

const runtimeName = "@facsimile/runtime";

export function nameOf({ files }: PackageSources): string {
  return readEntries(files.find(({ path }) => path === "package.json")?.text, () => false).name;
}

/** Whether there is something of an edition that runs. */
export function isRunnable({ files, installed }: PackageSources): boolean {
  return installed !== undefined || files.some(({ path }) => path.startsWith("src/"));
}

/**
 * Installs an edition and its runtime in a folder: what was published or built as it is, and else what its source makes.
 *
 * @throws Error where a runtime has neither
 */
export async function installEdition(compiler: TypeScript, sources: PackageSources, folder: string): Promise<void> {
  const { files, runtime, installed } = sources;
  const modules = join(folder, "node_modules");
  const own = join(modules, nameOf(sources));
  // A published package has its runtime beside it.
  if (installed !== undefined) return link(installed, own);
  await writeModules(compiler, files, own);
  const target = join(modules, runtimeName);
  if (existsSync(join(runtime, "dist", "index.js"))) return link(runtime, target);
  await writeModules(compiler, await readRuntime(runtime), target);
  for (const [name, place] of dependenciesOf(installedRuntime())) await link(place, join(modules, name));
}

/** The modules of a package, as its build makes them. */
async function writeModules(compiler: TypeScript, files: readonly SourceText[], folder: string): Promise<void> {
  const compilerOptions = { target: compiler.ScriptTarget.ES2022, module: compiler.ModuleKind.ESNext };
  for (const { path, text } of files) {
    if (path === "package.json") await write(join(folder, path), text);
    if (!path.startsWith("src/")) continue;
    const built = path.replace(/^src\//, "dist/").replace(/\.ts$/, ".js");
    await write(join(folder, built), compiler.transpileModule(text, { compilerOptions }).outputText);
  }
}

async function readRuntime(runtime: string): Promise<readonly SourceText[]> {
  const names = await readdir(join(runtime, "src"), { recursive: true }).catch((): string[] => []);
  const modules = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  if (modules.length === 0) throw new Error(`The runtime in ${runtime} is not built: nothing can run with it.`);
  const paths = ["package.json", ...modules.map((name) => `src/${name.split(sep).join("/")}`)];
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(runtime, path), "utf8") })));
}

/** Where the packages are that a runtime needs: a revision of it has no folder of its own for them. */
function dependenciesOf(runtime: string): readonly (readonly [name: string, folder: string])[] {
  const require = createRequire(join(runtime, "package.json"));
  const manifest: unknown = require("./package.json");
  const { dependencies } = isObject(manifest) ? manifest : {};
  return Object.keys(isObject(dependencies) ? dependencies : {}).flatMap((name) => {
    const places = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name));
    return places
      .filter((place) => existsSync(place))
      .map((place) => [name, place] as const)
      .slice(0, 1);
  });
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "junction");
}

export async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
