import { resolve } from "node:path";
import { type Plan, type PlannedFile, planPackage } from "./plan/plan.js";
import type { Inputs, Surroundings } from "./plan/surroundings.js";
import { changeFolder } from "./write/change-folder.js";
import { readPackageFolder } from "./write/package-folder.js";
import { readSurroundings } from "./write/surroundings.js";

/** A package's folder, and what its files are made of. */
export interface FolderTask {
  readonly folder: string;
  readonly inputs: Inputs;
  /** Writes nothing. */
  readonly check: boolean;
  readonly emit: (surroundings: Surroundings) => readonly PlannedFile[];
}

/** A plan, with what it was made of. */
export interface FolderUpdate extends Plan {
  readonly surroundings: Surroundings;
  readonly files: readonly PlannedFile[];
}

/**
 * Makes a package's folder hold its files, unless there is something in the way.
 *
 * The plan is made again when no other run writes into the folder any more: what was read before may have changed in the meantime.
 *
 * @throws ObstacleError when something keeps the folder from being read or written
 */
export async function updateFolder(task: FolderTask, surroundings: Surroundings): Promise<FolderUpdate> {
  let update = await planUpdate(task, surroundings, task.emit(surroundings));
  if (task.check || update.changes.length === 0 || update.refused.length > 0) return update;
  await changeFolder(task.folder, async () => {
    update = await planAgain(task, update);
    return update.refused.length > 0 ? [] : update.changes;
  });
  return update;
}

async function planAgain(task: FolderTask, { surroundings, files }: FolderUpdate): Promise<FolderUpdate> {
  const now = await readSurroundings(task.folder, task.inputs, () => surroundings.name);
  const isSame = JSON.stringify(now) === JSON.stringify(surroundings);
  return planUpdate(task, now, isSame ? files : task.emit(now));
}

async function planUpdate(
  { folder, inputs }: FolderTask,
  surroundings: Surroundings,
  files: readonly PlannedFile[],
): Promise<FolderUpdate> {
  const paths = files.map(({ path }) => path);
  const existing = await readPackageFolder(folder, paths);
  // A document that came out of a package is no leftover where a package is made from it.
  const known = [...existing].filter(([path]) => resolve(folder, path) !== inputs.document || paths.includes(path));
  return { ...planPackage(files, new Map(known)), surroundings, files };
}
