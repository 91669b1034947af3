import { resolve } from "node:path";
import type { FailOn } from "@facsimile/change";
import { documentName } from "@facsimile/document";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { writeText } from "../files.js";
import { type Format, formatOf, formatUsage, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfDiffs, onlyFindings } from "../findings/of-diffs.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { withProgress } from "../progress.js";
import { UsageError } from "../usage-error.js";
import { type Pair, pairsOf } from "./diff-pairs.js";

const usage = `Usage: facsimile diff [<old> <new>...] [options]

Says what travels differently under a new edition of an OpenAPI document: what of it breaks callers, and why. An edition is a file, a
folder (documents of the same name belong together), git:<revision>:<path>, npm:<package>@<version>, a URL of https, or - for
standard input.

  --fail-on <class>    breaking, warning (and what is unknown), or any. Default: breaking
  --class <rule>/<direction>=<class>
                       counts a rule as breaking, warning or safe; several times, or with commas between
  --since <revision>   without editions: compares the documents of facsimile.config.yaml with what they were in this
                       revision. Default: HEAD
  --config <file>      the configuration. Default: facsimile.config.yaml in this folder, where there is one
  --overlay <file>     an OpenAPI Overlay that is applied to both editions first; may be given several times
  --integrity <digest> what a URL or standard input has to give, as sha256-…: one for each of them, in their order
  --types              also asks the compiler what callers see of the generated packages
${formatUsage}
  --json               As --format json: everything as JSON
  --markdown <file>    writes a comment for a pull request
  --html <file>        writes a page for reviewers: what breaks first, old beside new, with filters
  --help               this text

What a change means, and what each rule is: docs/changes.md.

Exit codes: 0 nothing that fails, 1 something that does, 2 wrong usage, or an edition that cannot be read.
`;

export const diffCommand: Command = { usage, run };

/** 1 means that something breaks: whatever keeps the command from saying so ends with 2. */
async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    return await compare(args, io);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function compare(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    "fail-on": "text",
    class: "text",
    overlay: "text",
    integrity: "text",
    since: "text",
    config: "text",
    types: "flag",
    json: "flag",
    format: "text",
    markdown: "text",
    html: "text",
  });
  const format = formatOf(given);
  const failOn = failOnOf(given.text("fail-on") ?? "breaking");
  const pairs = await pairsOf(given, io);
  const change = await loadPeer("@facsimile/change", needed);
  const diffs = await compareAll(change, pairs, given, io);
  io.stdout.write(await printed(format, diffs, change, failOn, io));
  const files = [
    ["markdown", change.printDiffMarkdown],
    ["html", change.printDiffHtml],
  ] as const;
  for (const [option, print] of files) {
    const file = given.text(option);
    if (file !== undefined) await writeText(resolve(io.cwd, file), print(diffs));
  }
  return diffs.some(({ changes }) => change.fails(changes, failOn)) ? 1 : 0;
}

async function printed(format: Format, diffs: Diffs, change: Change, failOn: FailOn, io: CommandIo): Promise<string> {
  if (isFindingFormat(format)) return printFindings(format, findingsOfDiffs(diffs, change.fails, failOn), io);
  if (format === "json") return change.printDiffJson(diffs);
  return change.printDiffText(io.isQuiet === true ? onlyFindings(diffs, change.fails, failOn) : diffs);
}

const needed = [
  "diff",
  "fails",
  "printDiffHtml",
  "printDiffJson",
  "printDiffMarkdown",
  "printDiffText",
  "readClassSettings",
] as const;

type Change = Pick<typeof import("@facsimile/change"), (typeof needed)[number]>;

type Diffs = Awaited<ReturnType<Change["diff"]>>;

async function compareAll(
  change: Change,
  pairs: readonly Pair[],
  given: ParsedArguments,
  io: CommandIo,
): Promise<Diffs> {
  const { cwd } = io;
  const classes = change.readClassSettings(given.texts("class"));
  return withProgress(io, async (show) => {
    const diffs: Diffs[] = [];
    for (const [index, { old, next, overlays }] of pairs.entries()) {
      show(`${index + 1} of ${pairs.length}: ${documentName(next)}`);
      diffs.push(await change.diff(old, next, { cwd, classes, overlays, types: given.flag("types") }));
    }
    return diffs.flat();
  });
}

function failOnOf(text: string): FailOn {
  const known = (["breaking", "warning", "any"] as const).find((each) => each === text);
  if (known === undefined) throw new UsageError(`--fail-on is breaking, warning or any, and not "${text}"`);
  return known;
}
