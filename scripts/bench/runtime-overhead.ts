import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleForNode } from "./runtime-bundle.js";
import { contenders, workshop } from "./runtime-contenders.js";

/** Short ones: what else the machine does then falls on all contenders alike. */
const rounds = 1_000;
const callsPerRound = 8;
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
      for (const lane of inTurn(lanes, round)) lane.times.push(await repeat(lane, callsPerRound));
    }
    report(lanes);
  } finally {
    server.disconnect();
  }
}

/** Another contender begins in each round, and every other round goes backwards, so that none always follows the same. */
function inTurn(lanes: readonly Lane[], round: number): readonly Lane[] {
  const first = round % lanes.length;
  const turn = [...lanes.slice(first), ...lanes.slice(0, first)];
  return round % 2 === 0 ? turn : turn.reverse();
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
  const [raw, openapiFetch] = lanes;
  console.log(`\nTime: microseconds for a call, ${rounds} rounds of ${callsPerRound} (Node ${process.version})\n`);
  console.log(`  ${"".padEnd(36)}  median   quartiles      in the same round: to raw fetch   to openapi-fetch`);
  for (const lane of lanes) {
    const { name, times } = lane;
    const quartiles = `${quantile(times, 0.25).toFixed(0)}-${quantile(times, 0.75).toFixed(0)}`;
    const ratios = `${ratio(lane, raw).padEnd(14)} ${ratio(lane, openapiFetch)}`;
    console.log(
      `  ${name.padEnd(36)} ${quantile(times, 0.5).toFixed(1).padStart(7)}   ${quartiles.padEnd(33)} ${ratios}`,
    );
  }
}

/** The median of one contender's times, each divided by the other's of the same round. */
function ratio({ times }: Lane, other: Lane | undefined): string {
  const ratios = times.map((time, round) => time / (other?.times[round] ?? time));
  return quantile(ratios, 0.5).toFixed(3);
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
