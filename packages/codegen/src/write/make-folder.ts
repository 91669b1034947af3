import { lstat, mkdir, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { hasCode } from "./error-code.js";

/**
 * Makes a folder and those above it, as far as they are missing.
 *
 * @returns the first one that was made; undefined where there was nothing to make
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const first = await firstMissing(folder);
  if (first === undefined) return mkdir(folder, { recursive: true });
  // Alone, because what Node does for several never ends where the file system has no place for any, as in /proc: it answers that the folder does
  // not exist, whereupon Node makes the one above it, which exists, and tries again.
  await mkdir(first).catch((error: unknown) => {
    // Another run has made it in the meantime, or somebody a file, which the next line says.
    if (!hasCode(error, "EEXIST")) throw error;
  });
  await mkdir(folder, { recursive: true });
  return first;
}

/** The highest folder of a path that is not there. */
async function firstMissing(folder: string): Promise<string | undefined> {
  let missing: string | undefined;
  for (let next = folder; !(await isThere(next)); next = dirname(next)) missing = next;
  return missing;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => path === dirname(path),
  );
}

/** Removes a folder and those around it, up to `end`, as long as they are empty. */
export async function removeEmpty(folder: string, end: string): Promise<void> {
  for (let next = folder; next !== end && next !== dirname(next); next = dirname(next)) {
    const isRemoved = await rmdir(next).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}
