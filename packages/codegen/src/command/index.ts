export type { Command, CommandIo, ExitCode, TextSink } from "./command.js";
export { run } from "./main.js";
export { type OptionKind, type ParsedArguments, parseArguments } from "./options.js";
export { runCommand } from "./run-command.js";
export { UsageError } from "./usage-error.js";
