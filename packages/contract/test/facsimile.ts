import { type CommandIo, runCommand } from "@facsimile/codegen/command";
import { commands } from "../src/commands.js";

/** Runs a command of this package as the program does. */
export async function facsimile(name: string, args: readonly string[], io: CommandIo): Promise<number> {
  const command = commands[name];
  if (command === undefined) throw new Error(`There is no command ${name}.`);
  return runCommand(name, command, args, io);
}
