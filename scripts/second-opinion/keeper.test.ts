import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it, onTestFailed, vi } from "vitest";
import { isRunning } from "./is-running.js";

const keeper = path.join(import.meta.dirname, "keeper.mjs");
const idle = "console.log(process.pid); setInterval(() => {}, 1000)";

it("ends what it runs when whoever started it is killed", async () => {
  const args = JSON.stringify([keeper, process.execPath, "-e", idle]);
  const start = `require("node:child_process").spawn(process.execPath, ${args}, { stdio: ["pipe", "inherit", "inherit"] })`;
  const starter = spawn(process.execPath, ["-e", start], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(starter.stdout, "data");
  const pid = Number(String(line));
  expect(isRunning(pid)).toBe(true);
  onTestFailed(() => void process.kill(pid, "SIGKILL"));
  starter.kill("SIGKILL");
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 10_000);
});

it("ends with what it runs, and with its exit code", async () => {
  const child = spawn(process.execPath, [keeper, process.execPath, "-e", "process.exit(3)"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  expect(await once(child, "close")).toEqual([3, null]);
});
