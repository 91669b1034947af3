import { spawnSync } from "node:child_process";
import { firstError, median } from "./shared-measure.js";
import { type Consumer, name } from "./types-package.js";

const runs = 7;

/** How long Node takes to import the package as a whole, and its largest subpath. */
export function printImports({ folder, groups }: Consumer): void {
  const [largest] = groups;
  printImport(folder, name, 150);
  if (largest !== undefined) printImport(folder, `${name}/${largest.subpath}`, 40);
}

function printImport(folder: string, entry: string, limit: number): void {
  const milliseconds = median(Array.from({ length: runs }, () => timeImport(folder, entry)));
  const aim = `aim for GitHub's document: under ${limit} ms`;
  console.log(`import("${entry}")`.padEnd(30), `${milliseconds.toFixed(0)} ms, median of ${runs} (${aim})`);
}

function timeImport(folder: string, entry: string): number {
  const code = `const began = performance.now(); await import("${entry}"); console.log(performance.now() - began);`;
  const args = ["--input-type=module", "--eval", code];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(firstError(stderr, stdout));
  return Number(stdout);
}
