import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { PackageSources, SourceText } from "./package-sources.js";

/**
 * Reads a generated package from its folder: its modules where it has them, else its declarations, as a published package has.
 *
 * @param runtime - the folder of the runtime that it is compiled with
 * @throws Error where there is no package
 */
export async function readPackageSources(folder: string, runtime: string): Promise<PackageSources> {
  const modules = await readBelow(folder, "src", (path) => path.endsWith(".ts"));
  const declarations = modules.length > 0 ? [] : await readBelow(folder, "dist", (path) => path.endsWith(".d.ts"));
  const manifest = { path: "package.json", text: await readFile(join(folder, "package.json"), "utf8") };
  const sources = { files: [manifest, ...modules, ...declarations], runtime };
  return declarations.length > 0 ? { ...sources, installed: folder } : sources;
}

async function readBelow(
  folder: string,
  name: string,
  isWanted: (path: string) => boolean,
): Promise<readonly SourceText[]> {
  const paths = await listBelow(join(folder, name));
  const wanted = paths.filter((path) => isWanted(path)).sort();
  return Promise.all(
    wanted.map(async (path) => ({
      path: `${name}/${path.split(sep).join("/")}`,
      text: await readFile(join(folder, name, path), "utf8"),
    })),
  );
}

/** Nothing, where there is no such folder. */
async function listBelow(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch {
    return [];
  }
}
