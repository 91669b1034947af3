import type { CommandIo } from "./command.js";
import { UsageError } from "./usage-error.js";

/** The arguments of a command, and whether it is to print no report. Every command has the option `--quiet`. */
export interface QuietArguments {
  readonly args: readonly string[];
  readonly quiet: boolean;
}

export function takeQuiet(args: readonly string[]): QuietArguments {
  const rest = args.filter((arg) => arg !== "--quiet");
  return { args: rest, quiet: rest.length < args.length };
}

/**
 * Without standard output. What is wrong is still told on standard error, and by the exit code.
 *
 * @throws UsageError where the output is asked for in a format
 */
export function quietIo(args: readonly string[], io: CommandIo): CommandIo {
  if (args.some((arg) => arg === "--json" || /^--format(?:=|$)/.test(arg)))
    throw new UsageError("--quiet prints nothing, and goes with neither --format nor --json");
  // Not spread: looking at the signal is what asks for it.
  return Object.create(io, { stdout: { value: { write: () => true } } }) as CommandIo;
}
