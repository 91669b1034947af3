import { utimesSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMissing } from "./error-code.js";
import { lookInside } from "./inside.js";
import { makeFolder } from "./make-folder.js";
import { ObstacleError } from "./obstacle.js";
import { hasEnded, nameRun, parseRun, type Run, runsFolder, takenMark } from "./runs.js";

/** How often a run shows that it is at work, in milliseconds. */
const beat = 1000;
/** How long one shows nothing before it is taken for dead. It may be stopped for a while, or write to a slow disk. */
const silence = 10_000;
/** How long to wait for one's turn. A run that is at work takes far less. */
const patience = 30_000;

/** The turn of one run to change a folder. While it lasts, no other run does. */
export interface Turn {
  /** A folder of this run alone. Whoever takes the run for dead takes this folder away first, so that nothing more can be done by way of it. */
  readonly own: string;
  /** Those who did not end their turn. */
  readonly abandoned: readonly Run[];
  /** Removes the run's own folder; keeps it for the next run where that has to take back what this one did. */
  end(isUnfinished: boolean): Promise<void>;
}

/** A run's place in the line of those that want to change a folder. */
export interface Queue {
  /** Undefined where another run is at work. */
  take(): Promise<Turn | undefined>;
  /** Waits until it is worth another try. @throws ObstacleError when the other run does not come to an end */
  wait(): Promise<void>;
}

/**
 * A run makes a folder of its own and then looks whether it is alone. If not, it withdraws, to try again after a while. Of two that begin at once, at
 * least the later one sees the other, so that never both go on.
 */
export function standInLine(folder: string): Queue {
  const runs = join(folder, runsFolder);
  const isAtWork = createWatch(runs);
  const began = performance.now();
  let busy: Run | undefined;
  const take = async (): Promise<Turn | undefined> => {
    await lookInside(folder).hasFolder(runsFolder);
    const own = await announce(runs, await nameRun());
    const others = (await listRuns(folder)).filter(({ name }) => join(runs, name) !== own);
    const atWork = await Promise.all(others.map(isAtWork));
    busy = others.find((_, index) => atWork[index]);
    if (busy === undefined) return begin(own, others);
    await removeRun(own);
    return undefined;
  };
  const wait = async (): Promise<void> => {
    if (busy !== undefined && performance.now() - began > patience) throw refuse(join(runs, busy.name), busy);
    await delay(20 + 60 * Math.random());
  };
  return { take, wait };
}

/** The runs that are at work in a folder, or were. */
export async function listRuns(folder: string): Promise<readonly Run[]> {
  if (!(await lookInside(folder).hasFolder(runsFolder))) return [];
  const entries = await readdir(join(folder, runsFolder), { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.flatMap((entry) => (entry.isDirectory() ? (parseRun(entry.name) ?? []) : []));
}

/** Removes a run's folder with all that is in it, and the folder around it where that was the last. What cannot be removed stays for the next run. */
export async function removeRun(own: string): Promise<void> {
  await rm(own, { recursive: true, force: true }).catch(() => undefined);
  await rmdir(dirname(own)).catch(() => undefined);
}

async function announce(runs: string, name: string): Promise<string> {
  // Another run may remove the folder, empty as it is, before there is something in it.
  for (let tries = 1; ; tries += 1) {
    try {
      await makeFolder(runs);
      await mkdir(join(runs, name));
      return join(runs, name);
    } catch (error) {
      if (!isMissing(error) || tries === 100) throw error;
    }
  }
}

function begin(own: string, abandoned: readonly Run[]): Turn {
  // Not by a promise: those wait in line behind everything that is being written.
  const timer = setInterval(() => showLife(own), beat).unref();
  const end = async (isUnfinished: boolean): Promise<void> => {
    clearInterval(timer);
    if (isUnfinished) await rename(own, `${own}${takenMark}`);
    else await removeRun(own);
  };
  return { own, abandoned, end };
}

function showLife(own: string): void {
  try {
    const now = new Date();
    utimesSync(own, now, now);
  } catch {
    // Another run has taken it away, which the next step finds out.
  }
}

/**
 * Tells whether a run is at work: not where its process has ended, nor where it has shown no life for a while. Times are compared with one
 * another and never with a clock of this machine, which that of the file system need not agree with.
 */
function createWatch(runs: string): (run: Run) => Promise<boolean> {
  const seen = new Map<string, { readonly time: number; readonly since: number }>();
  return async (run) => {
    if (run.isTaken || (await hasEnded(run))) return false;
    const time = await stat(join(runs, run.name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    const last = seen.get(run.name);
    if (time === undefined) return false;
    if (last?.time === time) return performance.now() - last.since < silence;
    seen.set(run.name, { time, since: performance.now() });
    return true;
  };
}

function refuse(path: string, { pid }: Run): ObstacleError {
  const message = `Another run is writing into this package (process ${pid}).`;
  return new ObstacleError(path, message, "Wait until it has ended, and generate again.");
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
