import { resolve } from "node:path";
import type { FailOn } from "@facsimile/change";
import { documentName, type GivenDocument } from "@facsimile/document";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { digestsOf, readTargets } from "../config/targets.js";
import { first } from "../document-options.js";
import { writeText } from "../files.js";
import { type Format, formatOf, formatUsage, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfDiffs, onlyFindings } from "../findings/of-diffs.js";
import { isGiven, openGiven, standardInput } from "../given/open-given.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { withProgress } from "../progress.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

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

type Edition = string | GivenDocument;

/** Two editions of a document. */
interface Pair {
  readonly old: Edition;
  readonly next: Edition;
  readonly overlays: readonly string[];
}

async function pairsOf(given: ParsedArguments, io: CommandIo): Promise<readonly Pair[]> {
  const { positionals: editions } = given;
  const [since, overlays] = [given.text("since"), given.texts("overlay")];
  if (editions.length === 0) return configuredPairs(given, io);
  if (since !== undefined) throw new UsageError("--since goes with the documents of a configuration");
  if (editions.length % 2 === 1) throw new UsageError("name an old and a new edition, and any further ones in pairs");
  if (editions.filter((text) => text === standardInput).length > 1)
    throw new UsageError("standard input is one edition, and is named twice");
  const opened = await openEditions(editions, digestsOf(given), io);
  return Array.from({ length: opened.length / 2 }, (_, index) => {
    return { old: opened[2 * index] ?? "", next: opened[2 * index + 1] ?? "", overlays };
  });
}

/** @param digests - what has to come: none, or one for each edition that is in no file */
async function openEditions(
  editions: readonly string[],
  digests: readonly string[],
  io: CommandIo,
): Promise<readonly Edition[]> {
  const given = editions.filter(isGiven);
  if (digests.length > 0 && digests.length !== given.length)
    throw new UsageError(
      "--integrity goes with what a URL or standard input gives: one for each of them, in their order",
    );
  const opened: Edition[] = [];
  const left = [...digests];
  for (const text of editions) opened.push(isGiven(text) ? await openGiven(text, left.shift(), io) : text);
  return opened;
}

/** Each document of the configuration, as it was in a revision and as it is. */
async function configuredPairs(given: ParsedArguments, io: CommandIo): Promise<readonly Pair[]> {
  const { targets } = await readTargets(given, io);
  const since = given.text("since") ?? "HEAD";
  return targets.flatMap(({ document, source, entry }) => {
    const overlays = first(given.texts("overlay"), entry?.overlays);
    if (typeof source === "string") return [{ old: `git:${since}:${document}`, next: document, overlays }];
    noticesOf(io, io.stderr).write(`${document}: is in no revision, and compared with nothing\n`);
    return [];
  });
}
