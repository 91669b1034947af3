import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import path from "node:path";
import { digestPages } from "./pages.js";
import { root } from "./repository.js";

export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a command that npm installed in this repository, from its root or another folder, and keeps what it prints. */
export function run(
  command: string,
  args: readonly string[],
  extra: Environment = {},
  cwd: string = root,
): Promise<Outcome> {
  const bin = path.join(root, "node_modules", ".bin");
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`, ...extra };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });
}

/** Runs turbo tasks; only what fails is printed in full. */
export function runTurbo(tasks: readonly string[], passThrough: readonly string[] = []): Promise<Outcome> {
  const forTasks = passThrough.length > 0 ? ["--", ...passThrough] : [];
  const environment = { DO_NOT_TRACK: "1", TURBO_TELEMETRY_DISABLED: "1", FACSIMILE_PAGES: digestPages() };
  // Ten tasks at once, as turbo would have it, take a seventh longer on two processors than two at a time.
  const atOnce = `--concurrency=${Math.max(2, availableParallelism())}`;
  const options = ["--continue=always", "--output-logs=errors-only", atOnce];
  return run("turbo", ["run", ...tasks, ...options, ...forTasks], environment);
}
