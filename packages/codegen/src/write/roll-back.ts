import { lstat, mkdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { digestFile, discard, halfOf, move } from "./disk.js";
import { isMissing } from "./error-code.js";
import { foldersAbove, lookInside } from "./inside.js";
import { closeJournal, readJournal, type Step } from "./journal.js";
import { at } from "./obstacle.js";
import { goneFile, oldFile } from "./runs.js";

/**
 * Takes back what a run did to a folder, by its journal: whatever is there of it, and however often it is begun. What is no longer as the run left
 * it was changed by somebody else since, and stays. Needs no space on the disk.
 *
 * @returns whether there was something to take back
 * @throws ObstacleError when some of it cannot be taken back; the rest is, and the journal stays
 */
export async function rollBack(folder: string, own: string): Promise<boolean> {
  const journal = await readJournal(own);
  if (journal === undefined) return false;
  const steps = [...journal.steps.entries()];
  const failures: unknown[] = [];
  const attempt = async (path: string, work: () => Promise<void>): Promise<void> => {
    await at(join(folder, path), work).catch((error: unknown) => failures.push(error));
  };
  for (const [index, step] of steps) {
    if (step.kind !== "delete") await attempt(step.path, () => undo(folder, own, step, index));
  }
  for (const path of journal.folders.toReversed()) await attempt(path, () => removeFolder(folder, path));
  for (const [index, step] of steps) {
    if (step.kind === "delete") await attempt(step.path, () => restore(folder, own, step, index));
  }
  if (failures.length > 0) throw failures[0];
  await closeJournal(own);
  return true;
}

/** Removes a new file, or puts the old one in its place. */
async function undo(folder: string, own: string, { kind, path, digest }: Step, index: number): Promise<void> {
  const target = join(folder, path);
  if (!(await lookInside(folder).hasFolder(dirname(path)))) return;
  await rm(halfOf(target), { force: true });
  if ((await digestFile(target)) !== digest) return;
  if (kind === "create") await discard(target, goneFile(own, index));
  else await unlessMissing(() => move(oldFile(own, index), target));
}

async function removeFolder(folder: string, path: string): Promise<void> {
  if (!(await lookInside(folder).hasFolder(path))) return;
  // What is in it is somebody else's.
  await rmdir(join(folder, path)).catch(() => undefined);
}

async function restore(folder: string, own: string, { path }: Step, index: number): Promise<void> {
  const inside = lookInside(folder);
  const target = join(folder, path);
  for (const above of foldersAbove(path)) if (!(await inside.hasFolder(above))) await mkdir(join(folder, above));
  const isThere = (await unlessMissing(() => lstat(target))) !== undefined;
  if (!isThere) await unlessMissing(() => move(oldFile(own, index), target));
}

async function unlessMissing<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
