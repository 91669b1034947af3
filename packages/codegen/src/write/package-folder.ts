import { constants, lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { documentFile, isGenerated } from "../plan/mark.js";
import type { Existing } from "../plan/plan.js";
import { concurrently } from "./concurrently.js";
import { lookInside } from "./inside.js";

/** Where generated files may be, and how they are known. */
export interface GeneratedPlaces {
  /** Folders in the folder. */
  readonly folders: readonly string[];
  /** Files at its top. */
  readonly files: readonly string[];
  /** Whether a file that begins so was generated. */
  readonly isGenerated: (beginning: string) => boolean;
}

/** Besides those at its top that every package has. */
const packagePlaces: GeneratedPlaces = { folders: ["src", "test"], files: [documentFile], isGenerated };

/** So many bytes of a file are read to find the mark, which is at its beginning. */
const head = 512;

/**
 * Reads the files of a package's folder that have one of the given paths, or were generated once. Whatever else is there is nobody's business: it
 * need not be readable, and links are not followed.
 *
 * @throws ObstacleError when one of the paths is no file that can be read
 */
export async function readPackageFolder(
  folder: string,
  paths: readonly string[],
  places: GeneratedPlaces = packagePlaces,
): Promise<Existing> {
  const inside = lookInside(folder);
  const [wanted, candidates] = await Promise.all([
    concurrently(paths, async (path) => [path, await inside.read(path)] as const),
    listCandidates(folder, places),
  ]);
  const known = new Set(paths);
  const others = candidates.filter((path) => !known.has(path));
  const generated = await concurrently(
    others,
    async (path) => [path, await readGenerated(join(folder, path), places)] as const,
  );
  return new Map([...wanted, ...generated].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

/** The paths of all files that could have been generated, whether they are there or not. */
async function listCandidates(folder: string, places: GeneratedPlaces): Promise<readonly string[]> {
  const found = await Promise.all(
    places.folders.map(async (name) => {
      const isFolder = await lstat(join(folder, name)).then(
        (entry) => entry.isDirectory(),
        () => false,
      );
      return isFolder ? listFiles(folder, name) : [];
    }),
  );
  return [...found.flat(), ...places.files];
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

/** The text of a file that was generated; undefined for any other. */
async function readGenerated(path: string, places: GeneratedPlaces): Promise<string | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(
    () => undefined,
  );
  try {
    const beginning = await file?.read(Buffer.alloc(head), 0, head, 0);
    if (beginning === undefined || !places.isGenerated(beginning.buffer.toString("utf8", 0, beginning.bytesRead)))
      return undefined;
    const text = await file?.readFile("utf8");
    return text;
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}
