import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleForNode } from "./runtime-bundle.js";
import { contenders, workshop } from "./runtime-contenders.js";

const rounds = 150;
const callsPerRound = 50;
const warmUp = 1_000;

interface Lane {
  readonly name: string;
  readonly call: () => Promise<unknown>;
  /** Microseconds for a call, by round. */
  readonly times: number[];
}

/** Calls the same server in another process, all contenders in turn in each round, and prints medians. */
export async function printOverhead(): Promise<void> {
  const server = fork(path.join(import.meta.dirname, "runtime-server.mjs"));
  try {
    const lanes = await connectAll(server);
    for (const lane of lanes) await repeat(lane, warmUp);
    for (let round = 0; round < rounds; round++) {
      // Another contender begins in each round, so that none always follows the same.
      for (let at = 0; at < lanes.length; at++) {
        const lane = lanes[(round + at) % lanes.length];
        lane?.times.push(await repeat(lane, callsPerRound));
      }
    }
    report(lanes);
  } finally {
    server.disconnect();
  }
}

async function connectAll(server: ChildProcess): Promise<readonly Lane[]> {
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  const folder = path.join(workshop, "bundles");
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    contenders.map(async ({ name, source }, at) => {
      const file = path.join(folder, `${at}.cjs`);
      writeFileSync(file, await bundleForNode(source));
      // Each source of runtime-contenders.ts exports this.
      const { connect } = (await import(pathToFileURL(file).href)) as { connect(baseUrl: string): Lane["call"] };
      return { name, call: connect(`http://127.0.0.1:${port}`), times: [] };
    }),
  );
}

/** Microseconds for one call, on average of so many, one after another. */
async function repeat({ call }: Lane, calls: number): Promise<number> {
  const began = performance.now();
  for (let left = calls; left > 0; left--) await call();
  return ((performance.now() - began) * 1_000) / calls;
}

function report(lanes: readonly Lane[]): void {
  const [raw] = lanes;
  console.log(`\nTime: microseconds for a call, ${rounds} rounds of ${callsPerRound} (Node ${process.version})\n`);
  console.log(`  ${"".padEnd(36)}  median   quartiles      to raw fetch, in the same round`);
  for (const { name, times } of lanes) {
    const ratio = quantile(
      times.map((time, round) => time / (raw?.times[round] ?? time)),
      0.5,
    );
    const quartiles = `${quantile(times, 0.25).toFixed(0)}-${quantile(times, 0.75).toFixed(0)}`;
    console.log(
      `  ${name.padEnd(36)} ${quantile(times, 0.5).toFixed(1).padStart(7)}   ${quartiles.padEnd(12)}   ${ratio.toFixed(2)}`,
    );
  }
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
