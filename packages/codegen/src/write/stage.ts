import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "../plan/plan.js";
import { concurrently } from "./concurrently.js";
import { keep, writeWhole } from "./disk.js";
import { foldersAbove, type Inside, lookInside } from "./inside.js";
import { type Journal, openJournal, toStep } from "./journal.js";
import { at, ObstacleError } from "./obstacle.js";
import { newFile, oldFile } from "./runs.js";

/**
 * Gets everything ready in a run's own folder: the new texts, the old files, and the journal. Nothing that follows needs space of any account.
 *
 * @throws ObstacleError when the package is not as the changes take it to be
 */
export async function stage(folder: string, own: string, changes: readonly Change[]): Promise<Journal> {
  const inside = lookInside(folder);
  for (const name of ["new", "old", "gone"]) await at(join(own, name), () => mkdir(join(own, name)));
  await concurrently(changes, async (change, index) => {
    const target = join(folder, change.path);
    const isThere = await inside.has(change.path);
    if (isThere !== (change.kind !== "create")) throw changed(target);
    if (change.kind !== "create") await keepOld(target, oldFile(own, index), change.before);
    if (change.kind !== "delete") await at(target, () => writeWhole(newFile(own, index), change.text));
  });
  const journal = { folders: await missingFolders(inside, changes), steps: changes.map(toStep) };
  await at(own, () => openJournal(own, journal));
  return journal;
}

async function keepOld(target: string, copy: string, before: string): Promise<void> {
  await at(target, () => keep(target, copy));
  if ((await at(target, () => readFile(copy, "utf8"))) !== before) throw changed(target);
}

/** The folders that the changes need and that are not there, each after the one that holds it. */
async function missingFolders(inside: Inside, changes: readonly Change[]): Promise<readonly string[]> {
  const needed = new Set<string>();
  for (const { path } of changes) for (const above of foldersAbove(path)) needed.add(above);
  const missing = await concurrently([...needed], async (path) => ((await inside.hasFolder(path)) ? [] : [path]));
  return missing.flat();
}

function changed(path: string): ObstacleError {
  const message = "Somebody has changed it while it was being generated.";
  return new ObstacleError(path, message, "Generate again.");
}
