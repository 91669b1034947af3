import type { CommandIo } from "../src/command.js";
import { run } from "../src/main.js";

/** Runs a command as the program does. */
export function facsimile(name: string, args: readonly string[], io: CommandIo): Promise<number> {
  return run([name, ...args], io);
}
