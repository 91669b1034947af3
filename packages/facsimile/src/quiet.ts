import type { CommandIo, TextSink } from "./command.js";

/** The arguments of a command, and whether it is to print no notices. Every command has the option `--quiet`. */
export interface QuietArguments {
  readonly args: readonly string[];
  readonly quiet: boolean;
}

export function takeQuiet(args: readonly string[]): QuietArguments {
  const rest = args.filter((arg) => arg !== "--quiet");
  return { args: rest, quiet: rest.length < args.length };
}

export function quietIo(io: CommandIo): CommandIo {
  // Not spread: looking at the signal is what asks for it.
  return Object.create(io, { isQuiet: { value: true } }) as CommandIo;
}

const nowhere: TextSink = { write: () => true };

/** Where a command says what it has done, how far it is and what it counted. What it found, and what it was asked for, is for standard output. */
export function noticesOf(io: CommandIo, sink: TextSink = io.stdout): TextSink {
  return io.isQuiet === true ? nowhere : sink;
}
