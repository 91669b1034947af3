import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

/** Runs the command in a process of its own where nobody reads one of its outputs. How it ends, and what the other says. */
async function runUnread(unread: "stdout" | "stderr", ...args: readonly string[]): Promise<readonly [unknown, string]> {
  const file = JSON.stringify(new URL("../src/main.ts", import.meta.url).href);
  const script = `process.exitCode = await (await import(${file})).run(process.argv.slice(1));`;
  const node = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script, "--", ...args];
  const child = spawn(process.execPath, node, { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  let said = "";
  child[unread].destroy();
  child[unread === "stdout" ? "stderr" : "stdout"].on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await exited;
  return [code, said];
}

it.each([
  ["stdout", ["explain"], ""],
  ["stderr", ["contract"], ""],
] as const)("a command whose %s nobody reads ends as shells expect it: %j", async (unread, args, said) => {
  expect(await runUnread(unread, ...args)).toEqual([141, said]);
});
