import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { installNative } from "./native.js";
import { writeEntry } from "./packed.js";
import type { Consumer } from "./platform.js";
import { runExecutable } from "./run-executable.js";

export async function runBun(version: string, consumer: Consumer): Promise<readonly Check[]> {
  const executable = installNative("bun", version, "@oven", "bin/bun");
  return runExecutable(executable, version, await writeEntry(await consumer()));
}

/** With what npm installed: it fetches nothing. */
export async function runDeno(version: string, consumer: Consumer): Promise<readonly Check[]> {
  const executable = installNative("deno", version, "@deno", "deno");
  return runExecutable(executable, version, await writeEntry(await consumer()), ["run", "--quiet", "--allow-net"]);
}
