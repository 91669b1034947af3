/**
 * A process that makes a folder hold some files, as `generate` does, and comes to grief at a step on the disk.
 *
 *     node killed-run.js <folder> <files> <n>           is killed before the n-th step; ends with 0 where there are fewer
 *     node killed-run.js <folder> <files> <snapshots>   runs through, and copies the folder to <snapshots>/<n> before each step
 *
 * The files are texts by path as JSON, or `-` to take back only what another run has left.
 */
import fs, { cpSync, existsSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { writeFiles } from "./write-files.js";

const [, , folder = "", files = "", end = ""] = process.argv;
const isCopied = end.includes("/");
let step = 0;
let isCopying = false;

function stop(): void {
  // To copy is no step of the run's own.
  if (isCopying) return;
  if (String(step) === end) process.kill(process.pid, "SIGKILL");
  isCopying = true;
  // While another step is under way, what a copy finds might be there at no time.
  if (isCopied && !isUnderWay && existsSync(folder)) cpSync(folder, join(end, String(step)), { recursive: true });
  isCopying = false;
  step += 1;
}

let isUnderWay = false;
let steps: Promise<unknown> = Promise.resolve();

/** Where the folder is copied, steps that could be under way together are taken one after another. */
function inTurn(take: () => unknown): Promise<unknown> {
  const taken = steps.then(async () => {
    stop();
    isUnderWay = true;
    try {
      return await take();
    } finally {
      isUnderWay = false;
    }
  });
  steps = taken.catch(() => {});
  return taken;
}

/** Calls that only read leave the disk as it is: being killed before one is the same as before the next. */
const reading = ["access", "lstat", "readdir", "readFile", "readlink", "realpath", "stat", "statfs", "watch"];

function countCalls(calls: Record<string, unknown>, names: readonly string[], areAsync: boolean): void {
  for (const name of names) {
    const call = calls[name];
    if (typeof call !== "function") continue;
    calls[name] = function (this: unknown, ...args: unknown[]): unknown {
      const take = (): unknown => Reflect.apply(call, this, args);
      if (areAsync && isCopied) return inTurn(take);
      stop();
      return take();
    };
  }
}

const file = await promises.open(process.execPath);
const handles = Object.getPrototypeOf(file);
await file.close();
countCalls(handles, ["writeFile", "sync"], true);
const writing = Object.keys(promises).filter((name) => !reading.includes(name));
// The functions of a module of Node are properties like others.
countCalls(promises as unknown as Record<string, unknown>, writing, true);
countCalls(fs as unknown as Record<string, unknown>, ["openSync", "writeFileSync", "fsync"], false);
syncBuiltinESMExports();

await writeFiles(folder, files === "-" ? undefined : JSON.parse(files));
