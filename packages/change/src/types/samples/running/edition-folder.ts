import { existsSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openTemporaryFolder } from "../../../sources/temporary-folder.js";
import type { TypeScript } from "../../program/compiler.js";
import { type PackageSources, readEntries } from "../../program/package-sources.js";
import { prelude } from "./prelude.js";

/** A folder in which samples run with an edition of a package. */
export interface EditionFolder {
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Writes an edition as it is installed, beside its runtime, with the samples that use it.
 *
 * @param samples - in JavaScript
 * @throws Error where the package has no source, or its runtime was not built
 */
export async function writeEdition(
  compiler: TypeScript,
  sources: PackageSources,
  samples: readonly string[],
): Promise<EditionFolder> {
  const modules = modulesOf(compiler, sources);
  const { folder, close } = await openTemporaryFolder("facsimile-samples-");
  try {
    const installed = join(folder, "node_modules", nameOf(sources));
    const texts = [
      ["package.json", '{"private":true,"type":"module"}'],
      ["prelude.mjs", prelude],
      ...samples.map((text, index) => [`samples/${index + 1}.js`, text]),
    ] as const;
    for (const [path = "", text = ""] of texts) await write(join(folder, path), text);
    for (const [path, text] of modules) await write(join(installed, path), text);
    await mkdir(join(folder, "node_modules", "@facsimile"), { recursive: true });
    await symlink(sources.runtime, join(folder, "node_modules", "@facsimile", "runtime"), "junction");
    return { folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function nameOf({ files }: PackageSources): string {
  return readEntries(files.find(({ path }) => path === "package.json")?.text, () => false).name;
}

/** The files of the package as its build makes them. */
function modulesOf(compiler: TypeScript, sources: PackageSources): readonly (readonly [path: string, text: string])[] {
  const { files, runtime } = sources;
  const modules = files.filter(({ path }) => path.startsWith("src/"));
  if (modules.length === 0) throw new Error(`There is no source of ${nameOf(sources)} to run: its folder has no src.`);
  if (!existsSync(join(runtime, "dist", "index.js")))
    throw new Error(`The runtime in ${runtime} is not built: nothing can run with it.`);
  const compilerOptions = { target: compiler.ScriptTarget.ES2022, module: compiler.ModuleKind.ESNext };
  return [
    ...files.filter(({ path }) => path === "package.json").map(({ path, text }) => [path, text] as const),
    ...modules.map(({ path, text }) => {
      const built = path.replace(/^src\//, "dist/").replace(/\.ts$/, ".js");
      return [built, compiler.transpileModule(text, { compilerOptions }).outputText] as const;
    }),
  ];
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
