import type { CommandIo } from "../src/command.js";
import { run } from "../src/main.js";

/** Runs a command as the program does. */
export function facsimile(name: string, args: readonly string[], io: CommandIo): Promise<number> {
  return run([name, ...args], io);
}

/** How a command ended, and what it wrote. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a folder, where nobody sits at a terminal. @param more - what is otherwise there */
export async function runIn(
  folder: string,
  [name = "", ...args]: readonly string[],
  more: Partial<CommandIo> = {},
): Promise<Outcome> {
  const texts = { out: "", err: "" };
  const code = await facsimile(name, args, {
    stdout: { write: (text) => (texts.out += text) },
    stderr: { write: (text) => (texts.err += text) },
    cwd: folder,
    env: {},
    signal: new AbortController().signal,
    ...more,
  });
  return { code, ...texts };
}
