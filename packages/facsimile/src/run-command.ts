import type { Command, CommandIo, ExitCode } from "./command.js";
import { workflowCommand } from "./findings/github.js";
import { UsageError } from "./usage-error.js";

/**
 * Runs a subcommand. `--help` prints its usage; a {@link UsageError} ends it with 2, any other error with 1, both with their message and never
 * with a stack. With `--format github` the message is a workflow command.
 *
 * @param command May be on its way; a failure to load it is told as one of its own is.
 */
export async function runCommand(
  name: string,
  command: Command | Promise<Command>,
  args: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  try {
    const loaded = await command;
    if (!args.includes("--help") && !args.includes("-h")) return await loaded.run(args, io);
    io.stdout.write(loaded.usage.endsWith("\n") ? loaded.usage : `${loaded.usage}\n`);
    return 0;
  } catch (error) {
    const message = `facsimile ${name}: ${error instanceof Error ? error.message : String(error)}`;
    if (isForActions(args)) io.stdout.write(workflowCommand("error", message, { title: `facsimile ${name}` }));
    else if (error instanceof UsageError) return misuse(message, `facsimile ${name} --help`, io);
    else io.stderr.write(`${message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Whether the output is read for workflow commands, so that nothing of a document may stand there as it is. */
function isForActions(args: readonly string[]): boolean {
  return args.some(
    (each, index) => each === "--format=github" || (each === "--format" && args[index + 1] === "github"),
  );
}

/** Says what is wrong with how the program was called, and where it is told how to call it. */
export function misuse(message: string, help: string, { stderr }: CommandIo): ExitCode {
  stderr.write(`${message}\nSee ${help}.\n`);
  return 2;
}
