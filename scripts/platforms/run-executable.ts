import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { startPlatformServer } from "../../packages/runtime/test/platforms/server.js";

const execute = promisify(execFile);

/** Runs a module with the scenario in a program that executes one, with what is said to it before the module's name, and holds it to its version. */
export async function runExecutable(
  executable: string,
  version: string,
  entry: string,
  before: readonly string[] = [],
): Promise<readonly Check[]> {
  const server = await startPlatformServer();
  try {
    const options = { cwd: path.dirname(entry), timeout: 60_000 };
    const { stdout } = await execute(executable, [...before, entry, server.url], options);
    const { stdout: stated } = await execute(executable, ["--version"]);
    // Written by the entry.
    const checks = JSON.parse(stdout) as Check[];
    const right = stated.split(/[\s()]+/).some((word) => word.replace(/^v/, "") === version);
    return [...checks, { name: `it is ${version}`, problem: right ? undefined : stated.trim() }];
  } finally {
    await server.close();
  }
}
