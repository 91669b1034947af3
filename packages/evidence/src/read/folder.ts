import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { normalizeText, type PageSource } from "./page-source.js";
import type { Problem } from "./problem.js";

/**
 * The largest page that is read, in bytes. A page of operations takes 2 to 3 kB an operation, so that this is one of more than a thousand;
 * the time to parse a table grows with the square of its length, so that a larger one would take minutes.
 */
export const maximumPageSize: number = 4 * 1024 * 1024;

/** Loads every Markdown page and `wire.json` below a folder. */
export async function loadPages(
  folder: string,
): Promise<{ readonly pages: readonly PageSource[]; readonly problems: readonly Problem[] }> {
  const names = await listPages(folder);
  const problems: Problem[] = [];
  if (names.length === 0) {
    const fix = "Give a folder with the Markdown pages of one provider's SDK";
    problems.push({ file: folder, line: undefined, message: "there is no Markdown page in this folder", fix });
  }
  const pages: PageSource[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const file = relative(folder, path).split(sep).join("/");
    const { size } = await stat(path);
    if (size > maximumPageSize) {
      const message = `the page has ${Math.ceil(size / 1024 / 1024)} MB, and the largest that is read has ${maximumPageSize / 1024 / 1024} MB`;
      problems.push({ file, line: undefined, message, fix: "Divide it into several pages" });
    } else pages.push({ file, text: normalizeText(await readFile(path, "utf8")) });
  }
  return { pages, problems };
}

async function listPages(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  return names.filter((name) => /\.md$/i.test(name) || /(^|[\\/])wire\.json$/.test(name)).toSorted();
}
