import { mkdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "../plan/plan.js";
import { concurrently } from "./concurrently.js";
import { discard, move } from "./disk.js";
import { hasCode } from "./error-code.js";
import { foldersAbove, lookInside } from "./inside.js";
import { closeJournal, type Journal } from "./journal.js";
import { at, ObstacleError } from "./obstacle.js";
import { rollBack } from "./roll-back.js";
import { goneFile, newFile } from "./runs.js";
import { stage } from "./stage.js";

/**
 * Makes the changes in a folder: all of them, or none.
 *
 * First everything is got ready in the run's own folder, with a journal. Then each file takes its place by one renaming, which no reader sees half
 * done. Where a step fails, those before it are taken back; where the process ends, the next run does that.
 *
 * @param own - the folder of the run, whose turn it is
 * @throws ObstacleError when the file system refuses a step
 */
export async function applyChanges(folder: string, own: string, changes: readonly Change[]): Promise<void> {
  const journal = await stage(folder, own, changes);
  try {
    await carryOut(folder, own, journal);
    await closeJournal(own);
  } catch (error) {
    await takeBack(folder, own, error);
    throw error;
  }
}

/** Deletions come first: a file may go where a folder of that name comes, or where the file system takes two names for one. */
async function carryOut(folder: string, own: string, { folders, steps }: Journal): Promise<void> {
  const needed = new Set(steps.flatMap(({ kind, path }) => (kind === "delete" ? [] : foldersAbove(path))));
  for (const [index, { kind, path }] of steps.entries()) {
    if (kind === "delete") await takeAway(folder, path, goneFile(own, index));
  }
  for (const { kind, path } of steps) if (kind === "delete") await removeEmptyFolders(folder, path, needed);
  for (const path of folders) await addFolder(join(folder, path));
  // Looked at again, because a folder or a file may have become a link.
  const inside = lookInside(folder);
  await concurrently(steps, async ({ kind, path }, index) => {
    if (kind === "delete") return;
    await inside.has(path);
    await at(join(folder, path), () => move(newFile(own, index), join(folder, path)));
  });
}

async function takeAway(folder: string, path: string, gone: string): Promise<void> {
  if (await lookInside(folder).has(path)) await at(join(folder, path), () => discard(join(folder, path), gone));
}

async function addFolder(path: string): Promise<void> {
  await at(path, async () => {
    try {
      await mkdir(path);
    } catch (error) {
      // A file in the way shows when something is put into it.
      if (!hasCode(error, "EEXIST")) throw error;
    }
  });
}

/** Removes the folders that held nothing but a file that was deleted. */
async function removeEmptyFolders(folder: string, path: string, needed: ReadonlySet<string>): Promise<void> {
  for (const above of foldersAbove(path).toReversed()) {
    if (needed.has(above)) return;
    const isRemoved = await rmdir(join(folder, above)).then(
      () => true,
      (error) => hasCode(error, "ENOENT"),
    );
    if (!isRemoved) return;
  }
}

/** @throws ObstacleError when that does not succeed either, or another run has done it */
async function takeBack(folder: string, own: string, error: unknown): Promise<void> {
  let isTakenBack: boolean;
  try {
    isTakenBack = await rollBack(folder, own);
  } catch {
    if (!(error instanceof ObstacleError)) return;
    const message = `${error.message} What was written before could not be taken back: the next run begins with that.`;
    throw new ObstacleError(error.path, message, error.fix, { cause: error });
  }
  if (isTakenBack) return;
  const message = "This run showed no life for so long that another one took back what it had written.";
  throw new ObstacleError(folder, message, "Generate again.", { cause: error });
}
