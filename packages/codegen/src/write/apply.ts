import { randomUUID } from "node:crypto";
import { open, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Change } from "../plan/plan.js";
import { makeFolder } from "./make-folder.js";
import { toObstacle } from "./obstacle.js";
import { uninterrupted } from "./uninterrupted.js";

/** A step that was taken, and how to take it back. */
type Undo = () => Promise<unknown>;

/**
 * Makes the changes in a folder: all of them, or none.
 *
 * New texts are written beside the files that they become, then the files change places by renaming, which no reader sees half done. Where a
 * step fails, those before it are taken back; a signal waits until the changes are made.
 *
 * @throws ObstacleError when the file system refuses a step
 */
export function applyChanges(folder: string, changes: readonly Change[]): Promise<void> {
  return uninterrupted(() => makeChanges(folder, changes));
}

async function makeChanges(folder: string, changes: readonly Change[]): Promise<void> {
  const undo: Undo[] = [];
  const leftovers: string[] = [];
  const mark = `.${randomUUID()}.facsimile`;
  let place = folder;
  try {
    for (const change of changes) {
      if (change.kind === "delete") continue;
      const target = join(folder, change.path);
      place = target;
      const created = await makeFolder(dirname(target));
      if (created !== undefined) undo.push(() => removeEmpty(dirname(target), dirname(created)));
      undo.push(() => rm(target + mark, { force: true }));
      await writeWhole(target + mark, change.text);
    }
    for (const change of changes) {
      const target = join(folder, change.path);
      place = target;
      const old = `${target}${mark}.old`;
      if (change.kind !== "create") {
        await rename(target, old);
        undo.push(() => rename(old, target));
        leftovers.push(old);
      }
      if (change.kind === "delete") continue;
      await rename(target + mark, target);
      undo.push(() => rename(target, target + mark));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw toObstacle(error, place);
  }
  await Promise.all(leftovers.map((path) => rm(path, { force: true })));
  await removeEmptyFolders(folder, changes);
}

/** Writes a file and waits until it is on the disk. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes a folder and those around it, up to `end`, as long as they are empty. */
async function removeEmpty(folder: string, end: string): Promise<void> {
  for (let next = folder; next !== end && next !== dirname(next); next = dirname(next)) await rmdir(next);
}

/** Folders that held nothing but what was deleted. */
async function removeEmptyFolders(folder: string, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.kind === "delete") await removeEmpty(dirname(join(folder, change.path)), folder).catch(() => undefined);
  }
}
