import type { Command, CommandIo, ExitCode } from "../command.js";
import type { CommandEntry } from "../command-entry.js";
import { completedCommands } from "../completion/completed.js";
import { shells } from "../completion/shells.js";
import { parseArguments } from "../options.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile completion bash|zsh|fish

Prints what makes a shell complete the commands and options of facsimile, where that is on the path.

Exit codes: 0 done, 2 wrong usage.

  facsimile completion bash >> ~/.bashrc
  facsimile completion zsh > ~/.zfunc/_facsimile        # a folder of fpath
  facsimile completion fish > ~/.config/fish/completions/facsimile.fish
`;

/** `facsimile completion`, of these commands. */
export function completionCommand(entries: readonly CommandEntry[]): Command {
  return { usage, run: (args, io) => run(args, io, entries) };
}

async function run(args: readonly string[], io: CommandIo, entries: readonly CommandEntry[]): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const [name = "", more] = positionals;
  const script = Object.hasOwn(shells, name) ? shells[name] : undefined;
  if (script === undefined || more !== undefined)
    throw new UsageError(`name one shell: ${Object.keys(shells).join(", ")}`);
  io.stdout.write(script(await completedCommands(entries)));
  return 0;
}
