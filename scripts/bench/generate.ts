/**
 * How long `facsimile generate` takes for the four providers in one process: with nothing there, and with everything as it is to be.
 *
 *     tsx scripts/bench/generate.ts [runs]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { listProviders, root, specOf } from "../repository.js";

const runs = Number(process.argv[2] ?? 7);
const command = path.join(root, "packages/facsimile/bin/facsimile.js");
const folder = mkdtempSync(path.join(tmpdir(), "facsimile-bench-"));
// What was generated is remembered in the nearest node_modules.
mkdirSync(path.join(folder, "node_modules"));

function generate(...options: readonly string[]): number {
  const specs = listProviders().map((provider) => path.join(root, specOf(provider)));
  const began = performance.now();
  execFileSync(
    process.execPath,
    [command, "generate", ...specs, "--out", path.join(folder, "packages/*"), ...options],
    {
      cwd: folder,
      stdio: "ignore",
    },
  );
  return performance.now() - began;
}

function forget(name: string): void {
  rmSync(path.join(folder, name), { recursive: true, force: true });
}

function report(title: string, limit: number, measure: () => number): void {
  const times = Array.from({ length: runs }, measure).sort((one, other) => one - other);
  const [fastest = 0] = times;
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(
    `${title.padEnd(34)} median ${median.toFixed(0)} ms, fastest ${fastest.toFixed(0)} ms (aim: under ${limit} ms)`,
  );
}

try {
  report("nothing there", 1500, () => {
    forget("packages");
    forget("node_modules/.cache");
    return generate();
  });
  report("unchanged", 300, () => generate());
  report("unchanged, nothing remembered", 1500, () => {
    forget("node_modules/.cache");
    return generate();
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
