import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { listProviders, root, specOf } from "../repository.js";
import { median } from "./shared-measure.js";

const command = path.join(root, "packages/facsimile/bin/facsimile.js");

/** How long `facsimile generate` takes for the four providers in one process: with nothing there, and with everything as it is to be. */
export function printProviders(runs: number): void {
  const folder = mkdtempSync(path.join(tmpdir(), "facsimile-bench-"));
  // What was generated is remembered in the nearest node_modules.
  mkdirSync(path.join(folder, "node_modules"));
  const forget = (name: string): void => rmSync(path.join(folder, name), { recursive: true, force: true });
  try {
    report("nothing there", 1500, runs, () => {
      forget("packages");
      forget("node_modules/.cache");
      return generate(folder);
    });
    report("unchanged", 300, runs, () => generate(folder));
    report("unchanged, nothing remembered", 1500, runs, () => {
      forget("node_modules/.cache");
      return generate(folder);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of one run of the command. */
function generate(folder: string): number {
  const specs = listProviders().map((provider) => path.join(root, specOf(provider)));
  const args = [command, "generate", ...specs, "--out", path.join(folder, "packages/*")];
  const began = performance.now();
  execFileSync(process.execPath, args, { cwd: folder, stdio: "ignore" });
  return performance.now() - began;
}

function report(title: string, limit: number, runs: number, measure: () => number): void {
  const times = Array.from({ length: runs }, measure);
  const [middle, fastest] = [median(times), Math.min(...times)].map((time) => time.toFixed(0));
  console.log(`${title.padEnd(34)} median ${middle} ms, fastest ${fastest} ms (aim: under ${limit} ms)`);
}
