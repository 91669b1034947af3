import { relative, resolve } from "node:path";
import type { Api, Document } from "@facsimile/document";
import type { ReferenceOptions } from "./emit/reference/index.js";
import type { SourceFile } from "./emit/source-file.js";
import { isReferencePage } from "./plan/mark.js";
import { type Change, type Plan, type PlannedFile, planPackage } from "./plan/plan.js";
import { changeFolder } from "./write/change-folder.js";
import { recoverFolder, refuseUnfinished } from "./write/in-turn.js";
import { ObstacleError } from "./write/obstacle.js";
import { readPackageFolder } from "./write/package-folder.js";

export interface ReferenceTask extends ReferenceOptions {
  /** Where its pages are. */
  readonly folder: string;
  /** Writes nothing. */
  readonly check: boolean;
}

const places = {
  folders: ["groups", "operations", "webhooks", "schemas"],
  files: ["README.md"],
  isGenerated: isReferencePage,
};
const ownership = { isOurs: (_: string, text: string) => isReferencePage(text), isLeftover: isReferencePage };

/** The pages of an API's reference. Nothing is read and nothing is written. */
export async function emitReference(
  api: Api,
  document: Document,
  options: ReferenceOptions,
): Promise<readonly SourceFile[]> {
  // Loaded only when there is something to emit.
  const emit = await import("./emit/reference/index.js");
  return emit.emitReference(api, document, options);
}

/**
 * Makes a folder hold the pages of an API's reference, all of them or none, and no page of an earlier one. What else is there stays as it is.
 *
 * @throws Error with a message for a person, when something keeps the folder from being read or written
 */
export async function writeReference(api: Api, document: Document, task: ReferenceTask): Promise<readonly Change[]> {
  const files = await emitReference(api, document, task);
  const folder = resolve(task.folder);
  try {
    const { changes, refused } = await update(folder, files, task.check);
    const [path] = refused;
    if (path === undefined) return changes;
    const fix = "Move or delete it, or write into another folder.";
    throw new ObstacleError(resolve(folder, path), "A file that is no page of a reference is in the way.", fix);
  } catch (error) {
    if (!(error instanceof ObstacleError)) throw error;
    const place = relative(process.cwd(), error.path) || ".";
    throw new Error(`${place}: ${error.message} ${error.fix}`, { cause: error });
  }
}

async function update(folder: string, files: readonly PlannedFile[], check: boolean): Promise<Plan> {
  const planNow = async (): Promise<Plan> => {
    const paths = files.map(({ path }) => path);
    return planPackage(files, await readPackageFolder(folder, paths, places), ownership);
  };
  await (check ? refuseUnfinished(folder) : recoverFolder(folder));
  let plan = await planNow();
  if (check || plan.changes.length === 0 || plan.refused.length > 0) return plan;
  await changeFolder(folder, async () => {
    plan = await planNow();
    return plan.refused.length > 0 ? [] : plan.changes;
  });
  return plan;
}
