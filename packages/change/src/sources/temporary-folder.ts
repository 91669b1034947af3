import { rmSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endPrograms } from "./command.js";

export interface TemporaryFolder {
  readonly folder: string;
  close(): Promise<void>;
}

const open = new Set<string>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A folder that goes when it is closed, when the process ends, and when it is told to end. */
export async function openTemporaryFolder(prefix: string): Promise<TemporaryFolder> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  if (open.size === 0) watch();
  open.add(folder);
  return {
    folder,
    close: async () => {
      await rm(folder, { recursive: true, force: true });
      open.delete(folder);
      if (open.size === 0) unwatch();
    },
  };
}

function watch(): void {
  for (const signal of signals) process.on(signal, endOn);
  process.on("exit", removeAll);
}

function unwatch(): void {
  for (const signal of signals) process.off(signal, endOn);
  process.off("exit", removeAll);
}

/** What still writes into a folder has to end first. Then the signal does what it would have done. */
async function endOn(signal: NodeJS.Signals): Promise<void> {
  await endPrograms();
  removeAll();
  unwatch();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  open.clear();
}
