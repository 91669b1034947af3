import { dirname } from "node:path";
import type { Change } from "../plan/plan.js";
import { applyChanges } from "./apply.js";
import { inTurn } from "./in-turn.js";
import { makeFolder, removeEmpty } from "./make-folder.js";
import { at } from "./obstacle.js";

/**
 * Makes the changes of a plan in a folder, all of them or none, while no other run changes it.
 *
 * @param plan - called when nobody else changes the folder any more, to say what then has to be done
 * @throws ObstacleError when something keeps the folder from being changed
 */
export async function changeFolder(folder: string, plan: () => Promise<readonly Change[]>): Promise<void> {
  const made = await at(folder, () => makeFolder(folder));
  try {
    await inTurn(folder, async (own) => {
      const changes = await plan();
      if (changes.length > 0) await applyChanges(folder, own, changes);
    });
  } finally {
    if (made !== undefined) await removeEmpty(folder, dirname(made));
  }
}
