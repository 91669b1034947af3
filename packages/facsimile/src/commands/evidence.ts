import { basename, resolve } from "node:path";
import type { Evidence, FactCounts, OpenCounts, SampleCounts } from "@facsimile/evidence";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { writeText } from "../files.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";
import { readHandFolder } from "./evidence-by-hand.js";

const usage = `Usage: facsimile evidence <docs folder> [--out <evidence.json>] [--provider <name>] [--wire <wire.json>] [--keep-going]
       facsimile evidence <folder with facts.yaml> [--out <evidence.json>] [--update] [--whole]

Reads the Markdown pages of an SDK's documentation into facts: the API page, the model pages, authorization.md or the README,
and wire.json. The facts go to the file, or else to standard output.
In a folder with facts.yaml, the facts that a person wrote there are held against the passages of the pages that they are quoted
from: which passages still say the same, which moved, which are gone, and which text of the pages no fact covers.

  --out <file>       where to write the facts; an older file is replaced
  --provider <name>  the provider's name in the evidence (default: the name of the folder)
  --wire <file>      a wire.json that is not in the folder of the pages
  --keep-going       write what was understood all the same; each place that was not is a fact that no verification passes
  --update           writes the new place of each passage of facts.yaml that moved and is word for word the same
  --whole            fails where a line of the pages is in no passage of facts.yaml

Exit code: 0 when all pages were understood, 1 when one was not (nothing is written then, but with --keep-going), 2 for wrong usage.
`;

export const evidenceCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    out: "text",
    provider: "text",
    wire: "text",
    "keep-going": "flag",
    update: "flag",
    whole: "flag",
  });
  const [folder, second] = given.positionals;
  if (folder === undefined || second !== undefined) throw new UsageError("name one folder of documentation pages");
  const { loadByHand } = await loadPeer("@facsimile/evidence", ["loadByHand"]);
  const byHand = await loadByHand(folder, io.cwd);
  if (byHand !== undefined) return readHandFolder(byHand, forHand(given), io);
  for (const option of ["update", "whole"])
    if (given.flag(option)) throw new UsageError(`--${option} goes with a folder that has a facts.yaml`);
  return readPages(resolve(io.cwd, folder), given, io);
}

/** The arguments as a folder with facts.yaml takes them. */
function forHand(given: ParsedArguments): ParsedArguments {
  const stray = given.flag("keep-going") ? "keep-going" : given.text("wire") === undefined ? undefined : "wire";
  if (stray === undefined) return given;
  throw new UsageError(`--${stray} goes with pages of an SDK, and this folder has a facts.yaml`);
}

const needed = [
  "countFacts",
  "countOpen",
  "loadPages",
  "loadWire",
  "printEvidence",
  "printProblem",
  "readDocumentation",
] as const;

/** `facsimile evidence` of a folder with the pages of an SDK. */
async function readPages(folder: string, given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const evidence = await loadPeer("@facsimile/evidence", needed);
  const [out, wire] = [given.text("out"), given.text("wire")];
  const pages = await evidence.loadPages(folder);
  const loaded = wire === undefined ? pages : await evidence.loadWire(resolve(io.cwd, wire), wire, pages);
  const provider = given.text("provider") ?? basename(folder);
  const keepGoing = given.flag("keep-going");
  const read =
    loaded.problems.length > 0 && !keepGoing
      ? { evidence: undefined, problems: loaded.problems, samples: { all: 0, unread: [] } }
      : evidence.readDocumentation(provider, loaded.pages, { keepGoing, problems: loaded.problems });
  for (const problem of read.problems) io.stderr.write(`${evidence.printProblem(problem)}\n`);
  if (read.evidence === undefined) return 1;
  const text = evidence.printEvidence(read.evidence);
  if (out === undefined) io.stdout.write(text);
  else await writeText(resolve(io.cwd, out), text);
  const { facts } = read.evidence;
  noticesOf(io, out === undefined ? io.stderr : io.stdout).write(
    describe(read.evidence, evidence.countFacts(facts)) +
      describeOpen(evidence.countOpen(facts)) +
      describeSamples(read.samples),
  );
  return read.problems.length === 0 ? 0 : 1;
}

function describe(evidence: Evidence, facts: FactCounts): string {
  const counts = Object.entries(facts).map(([kind, count]) => `${count} ${kind}`);
  const differences = evidence.differences.map(({ id, kept, dropped }) => {
    const newer = `${kept.page}:${kept.line} has ${JSON.stringify(kept.value)}`;
    return `  ${id}: ${newer}, ${dropped.page}:${dropped.line} had ${JSON.stringify(dropped.value)}\n`;
  });
  const title =
    differences.length === 0 ? "" : `The editions disagree in ${differences.length} facts; the newer one counts:\n`;
  return `${evidence.provider}: ${evidence.pages.length} pages, ${counts.join(", ")}\n${title}${differences.join("")}`;
}

/** The samples that say nothing, where there are any. */
function describeSamples({ all, unread }: SampleCounts): string {
  const [first] = unread;
  if (first === undefined) return "";
  const place = `${first.page}:${first.line}${unread.length === 1 ? "" : " is the first"}`;
  return `${unread.length} of ${all} samples in JSON show nothing: no heading or sentence above says what they are of, or they are no JSON (${place}).\n`;
}

/** What the pages leave to a person, where they do. */
function describeOpen({ guessedNames, names, unstatedRelations, unread }: OpenCounts): string {
  const lines = [
    [
      guessedNames,
      `${guessedNames} of ${names} names are guessed: the pages show the SDK's spelling of them. "facsimile wire" looks for more.`,
    ],
    [
      unstatedRelations,
      `${unstatedRelations} operations name several schemes and not how they go together. State it in authorization.md.`,
    ],
    [unread, `${unread} places were not understood. No verification passes with them.`],
  ] as const;
  return lines.flatMap(([count, line]) => (count === 0 ? [] : [`${line}\n`])).join("");
}
