import type { Command, CommandIo, ExitCode } from "../command.js";
import { parseArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import { addFactsByHand } from "./facts-add.js";

const usage = `Usage: facsimile facts add <folder> [<id> <value>] --page <page> [--lines <from-to> | --words <words>]
                           [--heading "<heading> > <heading>"]
       facsimile facts add <folder> --nothing <reason> --page <page> [--lines … | --words …] [--heading …]

Writes a fact into <folder>/facts.yaml, with the passage of a page that states it, and shows that passage with the numbers of its
lines. What is not given is asked for, where there is a terminal. Comments and order of the file stay as they are; where there is
no such file, it is made.

  <id>               such as operation/listBooks/parameter/limit/type; docs/evidence.md lists every form
  <value>            as in YAML: integer, true, [a, b]; "described" where the page has a summary or a description
  --page <page>      relative to the folder of the pages, which is "pages" unless facts.yaml says otherwise
  --lines <from-to>  lines of the page; with --heading, lines below the heading, which is line 1
  --words <words>    the one line, of the page or below the heading, that has these words
  --heading <path>   a heading, with as many of those above it as tell it from others
  --nothing <reason> the passage states no fact, and why

Exit code: 0 when it was written, 1 when not, 2 for wrong usage.
`;

export const factsCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { page: "text", lines: "text", words: "text", heading: "text", nothing: "text" });
  const [verb, folder, id, value, ...rest] = given.positionals;
  if (verb !== "add") throw new UsageError('the first word has to be "add"');
  if (folder === undefined || rest.length > 0) throw new UsageError("name one folder, and one id with its value");
  if (given.text("nothing") !== undefined && id !== undefined)
    throw new UsageError("a passage with --nothing states no fact");
  return addFactsByHand({ folder, id, value, options: given }, io);
}
