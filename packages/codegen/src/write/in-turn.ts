import { rename } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./error-code.js";
import { lookInside } from "./inside.js";
import { hasJournal } from "./journal.js";
import { at, ObstacleError } from "./obstacle.js";
import { rollBack } from "./roll-back.js";
import { type Run, runsFolder, takenMark } from "./runs.js";
import { listRuns, removeRun, standInLine, type Turn } from "./turn.js";
import { uninterrupted } from "./uninterrupted.js";

/**
 * Does some work in a folder while no other run changes it. A signal waits for the work, but not for the turn. What runs before it have left behind
 * is cleared away first.
 *
 * @param work - gets a folder that is this run's own
 * @throws ObstacleError when another run does not end, or what one left behind cannot be taken back
 */
export async function inTurn<Result>(folder: string, work: (own: string) => Promise<Result>): Promise<Result> {
  const queue = standInLine(folder);
  for (;;) {
    const ended = await uninterrupted(async () => {
      const turn = await at(folder, () => queue.take());
      return turn === undefined ? undefined : { result: await workIn(folder, turn, work) };
    });
    if (ended !== undefined) return ended.result;
    await queue.wait();
  }
}

async function workIn<Result>(folder: string, turn: Turn, work: (own: string) => Promise<Result>): Promise<Result> {
  try {
    for (const run of turn.abandoned) await clear(folder, run);
    return await work(turn.own);
  } finally {
    await turn.end(await hasJournal(turn.own));
  }
}

/** Takes back what runs that were interrupted have done to a folder. Where there were none, nothing is touched. */
export async function recoverFolder(folder: string): Promise<void> {
  if (await lookInside(folder).hasFolder(runsFolder)) await inTurn(folder, async () => undefined);
}

/** @throws ObstacleError when a folder is half written */
export async function refuseUnfinished(folder: string): Promise<void> {
  for (const { name } of await listRuns(folder)) {
    const own = join(folder, runsFolder, name);
    if (!(await hasJournal(own))) continue;
    const message = "The package is half written: a run was interrupted here, or is at work.";
    const fix = "Generate without --check, which first takes back what was written.";
    throw new ObstacleError(own, message, fix, { code: "output-unfinished" });
  }
}

async function clear(folder: string, { name, isTaken }: Run): Promise<void> {
  const left = join(folder, runsFolder, name);
  const taken = isTaken ? left : `${left}${takenMark}`;
  try {
    if (!isTaken) await rename(left, taken);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await rollBack(folder, taken);
  await removeRun(taken);
}
