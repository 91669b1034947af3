import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isGenerated } from "../plan/mark.js";
import type { Existing } from "../plan/plan.js";
import { toObstacle } from "./obstacle.js";

/** Folders of a package in which generated files may be. */
const folders = ["src", "test"];

/** Reads the files of a package's folder that have one of the given paths, or were generated once. */
export async function readPackageFolder(folder: string, paths: readonly string[]): Promise<Existing> {
  const candidates = new Set([...paths, ...(await generatedCandidates(folder))]);
  const texts = await Promise.all(
    [...candidates].map(async (path) => [path, await readIfThere(join(folder, path))] as const),
  );
  const wanted = new Set(paths);
  return new Map(
    texts.flatMap(([path, text]) =>
      text !== undefined && (wanted.has(path) || isGenerated(text)) ? [[path, text]] : [],
    ),
  );
}

/** The paths of all files that could have been generated. */
async function generatedCandidates(folder: string): Promise<readonly string[]> {
  const found = await Promise.all(folders.map((name) => listFiles(folder, name)));
  return found.flat();
}

async function listFiles(folder: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
  const nested = entries
    .filter((entry) => entry.name !== "node_modules")
    .map((entry) =>
      entry.isDirectory()
        ? listFiles(folder, `${path}/${entry.name}`)
        : entry.isFile()
          ? [`${path}/${entry.name}`]
          : [],
    );
  return (await Promise.all(nested)).flat().sort();
}

/**
 * The text of a file; undefined where there is none.
 *
 * @throws ObstacleError when it cannot be read
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw toObstacle(error, path);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
