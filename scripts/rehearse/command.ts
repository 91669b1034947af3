import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

/** Where and how a command of the rehearsal runs. */
export interface Place {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How long one command may take, in milliseconds. */
const limit = 600_000;

const running = new Set<ChildProcess>();

/**
 * Runs a command in a folder, and resolves to what it prints. What npm told the process that runs this is kept from it.
 *
 * @throws Error with all that was printed when it fails or takes longer than ten minutes
 */
export function command({ folder, env = {} }: Place, name: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...plainEnvironment(), ...env }, detached: true } as const;
    const child = spawn(name, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const all: Buffer[] = [];
    const out: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => void [all, out].forEach((list) => void list.push(chunk)));
    child.stderr.on("data", (chunk: Buffer) => void all.push(chunk));
    const timer = setTimeout(() => end(child), limit);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      // What it started may have outlived it.
      end(child);
      running.delete(child);
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`${name} ${args.join(" ")}: ${signal ?? `exit ${code}`}\n${Buffer.concat(all)}`.trim()));
    });
  });
}

/** What is wrong with what runs, in words; undefined when it ends well. */
export function problemOf(running: Promise<unknown>): Promise<string | undefined> {
  return running.then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** Ends every command that runs, and what they have started. */
export function endCommands(): void {
  for (const child of running) end(child);
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // There is nothing left of it.
  }
}

/** Without what npm and turbo tell the scripts that they run, and without the commands of this repository. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|turbo_hash$|node_path$|init_cwd$)/i.test(name));
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const outside = folders.filter((folder) => !/[\\/]node_modules[\\/]\.bin|node-gyp-bin/.test(folder));
  return { ...Object.fromEntries(kept), PATH: outside.join(path.delimiter) };
}
