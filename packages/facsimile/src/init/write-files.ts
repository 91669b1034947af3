import { mkdir, rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { exists, writeText } from "../files.js";
import type { InitFile } from "./plan.js";

/**
 * Writes files, each whole: all of them or, where one cannot be written, none. A file that is to be new and has come meanwhile is somebody's, and stays.
 *
 * @throws Error that says which file cannot be written
 */
export async function writeFiles(files: readonly InitFile[]): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const file of files) await writeOne(file, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  }
}

async function writeOne({ path, text, before }: InitFile, undo: (() => Promise<unknown>)[]): Promise<void> {
  if (before !== undefined) {
    await writeText(path, text);
    undo.push(() => writeText(path, before));
    return;
  }
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path}: cannot be written (${error.code ?? error.message}).`);
  });
  if (made !== undefined) undo.push(() => removeEmpty(folder, made));
  if (await exists(path)) throw new Error(`${path}: somebody has just written it. Run this again.`);
  await writeText(path, text);
  undo.push(() => rm(path, { force: true }));
}

/** Removes a folder and those above it up to the first that was made. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  await rmdir(folder);
  if (folder !== first) await removeEmpty(dirname(folder), first);
}
