import type { Command, CommandIo, ExitCode } from "./command.js";
import { crashReport, isCrash } from "./crash.js";
import { workflowCommand } from "./findings/github.js";
import { quietIo, takeQuiet } from "./quiet.js";
import { took } from "./took.js";
import { UsageError } from "./usage-error.js";

/**
 * Runs a subcommand. `--help` prints its usage; `--quiet` lets it print no notices; a {@link UsageError} ends it with 2, any other error with 1, both with
 * their message and never with a stack. With `--format github` the message is a workflow command.
 *
 * @param command May be on its way; a failure to load it is told as one of its own is.
 */
export async function runCommand(
  name: string,
  command: Command | Promise<Command>,
  given: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  const { args, quiet } = takeQuiet(given);
  let usage = "";
  try {
    const loaded = await command;
    usage = loaded.usage;
    if (!args.includes("--help") && !args.includes("-h"))
      return await (quiet ? loaded.run(args, quietIo(io)) : timed(loaded, args, io));
    io.stdout.write(usage.endsWith("\n") ? usage : `${usage}\n`);
    return 0;
  } catch (error) {
    if (isCrash(error)) io.stderr.write(await crashReport(error, { name, args, usage }, io.env));
    return explain(error, name, args, io);
  }
}

/** Runs a command that ends of itself, and says on a terminal how long it took. */
async function timed({ run, isEndless }: Command, args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const began = performance.now();
  const code = await run(args, io);
  const isForPeople = !args.some((arg) => arg === "--json" || arg === "--watch" || /^--format(?:=|$)/.test(arg));
  if (isEndless !== true && isForPeople && io.stderr.isTTY === true) io.stderr.write(took(performance.now() - began));
  return code;
}

function explain(error: unknown, name: string, args: readonly string[], io: CommandIo): ExitCode {
  const message = `facsimile ${name}: ${error instanceof Error ? error.message : String(error)}`;
  if (isForActions(args)) io.stdout.write(workflowCommand("error", message, { title: `facsimile ${name}` }));
  else if (error instanceof UsageError) return misuse(message, `facsimile ${name} --help`, io);
  else if (!isCrash(error)) io.stderr.write(`${message}\n`);
  return error instanceof UsageError ? 2 : 1;
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
