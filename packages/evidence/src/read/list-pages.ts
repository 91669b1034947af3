import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

/** The Markdown pages and each `wire.json` below a folder, as `listFiles` lists them. */
export function listPages(folder: string): Promise<readonly string[]> {
  return listFiles(folder, (name) => /\.md$/i.test(name) || /(^|\/)wire\.json$/.test(name));
}

/**
 * The files of some names below a folder, relative to it, with `/` between their parts, in alphabetical order. Links are followed, and each folder
 * is read once, whatever leads to it. Empty where there is no such folder.
 */
export async function listFiles(folder: string, isWanted: (name: string) => boolean): Promise<readonly string[]> {
  const pages: string[] = [];
  const read = new Set<string>();
  const pending = [""];
  for (let inside = pending.pop(); inside !== undefined; inside = pending.pop()) {
    const real = await realpath(join(folder, inside)).catch(() => undefined);
    if (real === undefined || read.has(real)) continue;
    read.add(real);
    for (const entry of await entriesOf(real)) {
      const name = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (await isFolder(entry, join(real, entry.name))) pending.push(name);
      else if (isWanted(name)) pages.push(name);
    }
  }
  return pages.toSorted();
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
}

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
