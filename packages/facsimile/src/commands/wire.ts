import { basename, resolve } from "node:path";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { exists, writeText } from "../files.js";
import { parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile wire <docs folder> [--source <folder>] [--out <wire.json>] [--keep-going]

Writes a first wire.json: the names on the wire of what the pages show in the SDK's spelling alone, as the paths, the samples and the SDK's source
state them, each with its place. What nothing states is null, for a person to fill in. The file belongs into the folder of the pages, or is given to
"facsimile evidence" with --wire. A file that is there already is never overwritten.

  --source <folder>  the source of the SDK: attribute maps of Python and PHP, tags of Go, annotations of Java, type maps of TypeScript
  --out <file>       where to write it (default: standard output)
  --keep-going       writes what was understood all the same where a page was not

Exit code: 0 when it was written, 1 when a page was not understood (nothing is written then, but with --keep-going) or the file is there already, 2 for wrong usage.
`;

export const wireCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { source: "text", out: "text", "keep-going": "flag" });
  const [folder, second] = given.positionals;
  if (folder === undefined || second !== undefined) throw new UsageError("name one folder of documentation pages");
  const evidence = await loadPeer("@facsimile/evidence", needed);
  const loaded = await evidence.loadPages(resolve(io.cwd, folder));
  const read = evidence.readDocumentation(basename(resolve(io.cwd, folder)), loaded.pages, {
    problems: loaded.problems,
    keepGoing: given.flag("keep-going"),
  });
  for (const problem of read.problems) io.stderr.write(`${evidence.printProblem(problem)}\n`);
  if (read.evidence === undefined) return 1;
  const source = given.text("source");
  const names = source === undefined ? [] : await evidence.loadSourceNames(resolve(io.cwd, source));
  const { text, found, open } = evidence.draftWire(read.evidence, names);
  const out = given.text("out");
  if (out === undefined) io.stdout.write(text);
  else if (await exists(resolve(io.cwd, out)))
    throw new Error(`${out}: there is such a file already, and none is overwritten. Give another name.`);
  else await writeText(resolve(io.cwd, out), text);
  noticesOf(io, out === undefined ? io.stderr : io.stdout).write(
    `${found} names are stated, and ${open} are left open.\n`,
  );
  return read.problems.length === 0 ? 0 : 1;
}

const needed = ["draftWire", "loadPages", "loadSourceNames", "printProblem", "readDocumentation"] as const;
