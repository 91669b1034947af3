import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleForNode } from "./runtime-bundle.js";
import { contenders, workshop } from "./runtime-contenders.js";

/** In how many processes each contender is loaded first: the same code may be 4 per cent faster or slower in the next process. */
const turns = 2;

/** Of each process. */
const rounds = 100;

/** Microseconds for a call, by round. */
type Times = readonly number[];

/** Calls the same server, which has a process of its own, with all contenders, and prints medians. */
export async function printOverhead(): Promise<void> {
  const server = start("runtime-server.mjs");
  try {
    const [{ port }] = (await once(server, "message")) as [{ port: number }];
    const files = await bundleAll();
    const processes: (readonly Times[])[] = [];
    for (let first = 0; first < turns * files.length; first++) {
      processes.push(await callAll(`http://127.0.0.1:${port}`, files, first % files.length));
    }
    report(processes);
  } finally {
    server.disconnect();
  }
}

/** The files that {@link callAll} loads, by contender. */
async function bundleAll(): Promise<readonly string[]> {
  const folder = path.join(workshop, "bundles");
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    contenders.map(async ({ source }, at) => {
      const file = path.join(folder, `${at}.cjs`);
      writeFileSync(file, await bundleForNode(source));
      return file;
    }),
  );
}

/** Times by contender, from one process that loads the contenders in turn, beginning with `first`. */
async function callAll(baseUrl: string, files: readonly string[], first: number): Promise<readonly Times[]> {
  const caller = start("runtime-calls.mjs", String(rounds), baseUrl, ...rotate(files, first));
  const ended = new AbortController();
  caller.once("exit", () => ended.abort(new Error("a caller ended without its times")));
  const [times] = (await once(caller, "message", { signal: ended.signal })) as [Times[]];
  return rotate(times, files.length - first);
}

/** Starts a script of this folder: plain JavaScript, so that nothing but Node runs in the process that is measured. */
function start(script: string, ...args: string[]): ChildProcess {
  return fork(path.join(import.meta.dirname, script), args, { execArgv: [] });
}

function rotate<Item>(items: readonly Item[], by: number): readonly Item[] {
  return [...items.slice(by), ...items.slice(0, by)];
}

function report(processes: readonly (readonly Times[])[]): void {
  const calls = `${processes.length} processes, ${rounds} rounds each`;
  console.log(`\nTime: microseconds for a call, medians of ${calls} (Node ${process.version})\n`);
  console.log(`  ${"".padEnd(36)} a call   to raw fetch, by process   to openapi-fetch, by process`);
  for (const [at, { name }] of contenders.entries()) {
    const times = processes.flatMap((lanes) => lanes[at] ?? []);
    const ratios = [0, 1].map((other) => spread(processes.map((lanes) => ratio(lanes[at], lanes[other]))));
    console.log(`  ${name.padEnd(36)} ${median(times).toFixed(1).padStart(6)}   ${ratios.join("      ")}`);
  }
}

/** The median of one contender's times, each divided by the other's of the same round. */
function ratio(times: Times = [], other: Times = []): number {
  return median(times.map((time, round) => time / (other[round] ?? time)));
}

function spread(ratios: readonly number[]): string {
  return `${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)}-${Math.max(...ratios).toFixed(3)})`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
