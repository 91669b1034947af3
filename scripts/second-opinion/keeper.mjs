/**
 * Runs the command in its arguments and ends it as soon as its own standard input ends, which is when whoever started it closes that, or is gone:
 * a crash too leaves nothing running.
 */
import { spawn } from "node:child_process";

const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
const end = () => child.kill("SIGKILL");

child.once("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once("close", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
process.stdin.once("close", end).resume();
