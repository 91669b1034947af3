import { type ChildProcess, execFile } from "node:child_process";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Most that a command may print, in bytes: a large document is some 20 MB. */
const mostOutput = 256 * 1024 * 1024;

const running = new Set<ChildProcess>();

/** Ends what is running now. Resolves when all of it has ended. */
export async function endPrograms(): Promise<void> {
  const ends = [...running].map((child) => new Promise<void>((resolve) => child.once("close", () => resolve())));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ends);
}

/** Has a program ended with this process, where that is told to end. */
export function endWithProcess(child: ChildProcess): void {
  running.add(child);
  child.once("close", () => running.delete(child));
}

/** Runs a program without a shell, so that no argument means anything but itself. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  input = "",
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      program,
      [...args],
      { cwd, env, maxBuffer: mostOutput, encoding: "utf8" },
      (error, stdout, stderr) => {
        running.delete(child);
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 127;
        done({ code, stdout, stderr: code === 127 ? String(error?.message) : stderr });
      },
    );
    running.add(child);
    child.stdin?.on("error", () => {}).end(input);
  });
}
