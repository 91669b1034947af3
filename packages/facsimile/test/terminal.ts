import { fileURLToPath } from "node:url";
import type { CommandIo } from "../src/command.js";

/** What a command wrote, and a way to stop it. */
export interface Terminal {
  readonly io: CommandIo;
  readonly written: { stdout: string; stderr: string };
  stop(): void;
  /** Resolves when standard output matches. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
}

/** A terminal in the folder of the test documents. */
export function openTerminal(env: CommandIo["env"] = {}): Terminal {
  const controller = new AbortController();
  const written = { stdout: "", stderr: "" };
  const sink = (name: "stdout" | "stderr"): CommandIo["stdout"] => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const cwd = fileURLToPath(new URL("../../contract/test/documents", import.meta.url));
  const io = { stdout: sink("stdout"), stderr: sink("stderr"), cwd, env, signal: controller.signal };
  const shows = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(written.stdout);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { io, written, stop: () => controller.abort(), shows };
}
