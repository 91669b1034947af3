import { execFile } from "node:child_process";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Most that a command may print, in bytes: a large document is some 20 MB. */
const mostOutput = 256 * 1024 * 1024;

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
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 127;
        done({ code, stdout, stderr: code === 127 ? String(error?.message) : stderr });
      },
    );
    child.stdin?.on("error", () => {}).end(input);
  });
}
