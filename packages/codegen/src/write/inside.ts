import { lstatSync, type Stats } from "node:fs";
import { constants, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./error-code.js";
import { at, explainCode, moveIt, ObstacleError } from "./obstacle.js";

/** Looks at paths of one package, which are relative to its folder and have slashes. What a symbolic link leads to is no part of a package. */
export interface Inside {
  /**
   * Whether there is a file.
   *
   * @throws ObstacleError where there is something else, or a link on the way
   */
  has(path: string): Promise<boolean>;
  /** Whether there is a folder. @throws ObstacleError where there is a link, or one on the way */
  hasFolder(path: string): Promise<boolean>;
  /** The text of a file; undefined where there is none. @throws ObstacleError as `has`, and where the file cannot be read */
  read(path: string): Promise<string | undefined>;
}

/** What was seen of folders is remembered: links that are made later are not seen. */
export function lookInside(folder: string): Inside {
  const folders = new Map<string, Promise<boolean>>();
  const hasFolder = (path: string): Promise<boolean> => {
    const known = folders.get(path) ?? findFolder(path);
    folders.set(path, known);
    return known;
  };
  const findFolder = async (path: string): Promise<boolean> => {
    const above = foldersAbove(path).at(-1);
    if (above !== undefined && !(await hasFolder(above))) return false;
    return (await look(join(folder, path)))?.isDirectory() ?? false;
  };
  const has = async (path: string): Promise<boolean> => {
    const above = foldersAbove(path).at(-1);
    if (above !== undefined && !(await hasFolder(above))) return false;
    return isFile(await look(join(folder, path)), join(folder, path));
  };
  const read = async (path: string): Promise<string | undefined> => {
    return (await has(path)) ? readThere(join(folder, path), constants.O_NOFOLLOW) : undefined;
  };
  return { has, hasFolder, read };
}

/**
 * The text of a file outside a package, by way of links too; undefined where there is none.
 *
 * @throws ObstacleError when it cannot be read, or is no file
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  const found = await unlessMissing(() => stat(path), path);
  return isFile(found, path) ? readThere(path, 0) : undefined;
}

/** The folders on the way to a path, from the outermost. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Takes less time than it would to ask another thread. */
async function look(path: string): Promise<Stats | undefined> {
  const found = await unlessMissing(async () => lstatSync(path), path);
  if (found?.isSymbolicLink()) throw explainCode("ELOOP", path);
  return found;
}

function isFile(found: Stats | undefined, path: string): boolean {
  if (found === undefined || found.isFile()) return found !== undefined;
  if (found.isDirectory()) throw explainCode("EISDIR", path);
  throw new ObstacleError(path, "A pipe, a socket or a device is where a file is needed.", moveIt);
}

/** Does not wait for a pipe that has come there in the meantime. */
function readThere(path: string, flags: number): Promise<string | undefined> {
  const flag = constants.O_RDONLY | constants.O_NONBLOCK | flags;
  return unlessMissing(() => readFile(path, { encoding: "utf8", flag }), path);
}

async function unlessMissing<Result>(work: () => Promise<Result>, path: string): Promise<Result | undefined> {
  return at(path, async () => {
    try {
      return await work();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  });
}
