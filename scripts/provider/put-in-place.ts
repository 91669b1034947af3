import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { packageFolder, specFile } from "./places.js";
import { generatePackage } from "./prove.js";
import type { Told } from "./read.js";
import type { Workbench } from "./workbench.js";

/**
 * Puts what was made on a workbench into its place: the document and what goes with it, and the package, generated again there. Where one of them
 * cannot be written, the others are what they were.
 *
 * @param files - relative to the folder that has `specs` and `packages`
 */
export async function putInPlace(bench: Workbench, files: readonly string[]): Promise<Told> {
  const before = await Promise.all(files.map((file) => bytesOf(path.join(bench.into, file))));
  try {
    for (const file of files) await write(path.join(bench.into, file), await bytesOf(path.join(bench.folder, file)));
    await generatePackage(bench, bench.into);
  } catch (error) {
    for (const [index, file] of files.entries()) await write(path.join(bench.into, file), before[index]);
    throw error;
  }
  await replaceBuild(bench);
  return { short: `${specFile(bench, "")} ${packageFolder(bench)}/`, problems: [] };
}

async function replaceBuild(bench: Workbench): Promise<void> {
  const folder = path.join(bench.into, packageFolder(bench), "dist");
  await rm(folder, { recursive: true, force: true });
  await cp(path.join(bench.folder, packageFolder(bench), "dist"), folder, { recursive: true });
}

async function bytesOf(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** Writes a file whole or not at all; nothing is no file. */
async function write(file: string, bytes: Uint8Array | undefined): Promise<void> {
  if (bytes === undefined) return rm(file, { force: true });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}
