import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";

/** What one run of a script in a process of its own took. */
export interface Run {
  readonly seconds: number;
  /** Seconds of a processor: other work of the machine hardly counts. */
  readonly processor: number;
  /** The most memory that the process had resident; of several, that of the largest. */
  readonly megabytes: number;
  readonly output: string;
  /** The first line that says why it failed, if it did. */
  readonly failure?: string;
}

const limit = 600_000;

/** Runs a script by Node and waits for it. */
export function measureScript(script: string, args: readonly string[], cwd: string): Run {
  const usages = mkdtempSync(path.join(tmpdir(), "facsimile-bench-usages-"));
  try {
    const env = { ...process.env, NODE_OPTIONS: `--import=${recorder(usages)}`, NO_COLOR: "1", DO_NOT_TRACK: "1" };
    const options = { cwd, env, encoding: "utf8" as const, timeout: limit, maxBuffer: 2 ** 28 };
    const began = performance.now();
    const child = spawnSync(process.execPath, [script, ...args], options);
    const seconds = (performance.now() - began) / 1000;
    const run = { seconds, ...readUsages(usages), output: child.stdout };
    return child.status === 0 ? run : { ...run, failure: firstError(child.stderr, child.stdout) };
  } finally {
    rmSync(usages, { recursive: true });
  }
}

/** The module that makes a process write what it used into a folder. Some commands start another process that does the work. */
function recorder(folder: string): string {
  const url = pathToFileURL(path.join(import.meta.dirname, "shared-usage.mjs"));
  url.searchParams.set("folder", folder);
  return url.href;
}

function readUsages(folder: string): Pick<Run, "processor" | "megabytes"> {
  const usages = readdirSync(folder).map((file) => {
    // Written by Node itself.
    return JSON.parse(readFileSync(path.join(folder, file), "utf8")) as NodeJS.ResourceUsage;
  });
  const microseconds = usages.reduce((sum, { userCPUTime, systemCPUTime }) => sum + userCPUTime + systemCPUTime, 0);
  return { processor: microseconds / 1e6, megabytes: Math.max(...usages.map(({ maxRSS }) => maxRSS)) / 1024 };
}

/** Of what a failed process printed, the first line that speaks of an error, else the first line. */
export function firstError(...texts: readonly string[]): string {
  const lines = stripVTControlCharacters(texts.join("\n"))
    .split("\n")
    .flatMap((line) => line.trim() || []);
  return lines.find((line) => /error|fail|cannot|invalid/i.test(line)) ?? lines[0] ?? "without a word";
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Of values that were measured in rounds, the median of each round's share of another value of the same round. */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}
