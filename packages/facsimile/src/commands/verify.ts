import { extname, resolve } from "node:path";
import type { Reported } from "@facsimile/evidence";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { writeText } from "../files.js";
import { type Format, formatOf, formatUsage, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfLines } from "../findings/of-verifications.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile verify [<provider>...] [--format <format>] [--report <file.html|file.md>]
       facsimile verify <provider> --observed <recording> [--observed <recording>…]
       facsimile verify <provider> --questions <file.md> [--pages <docs folder>]
       facsimile verify <provider> --texts-read

Holds specs/<provider>/openapi.yaml against specs/<provider>/evidence.json, fact by fact, and lists what the spec claims and no page
states. Without a provider: all that have an evidence.json. A provider with a "/" in its name is the path of such a folder.
Facts that a spec need not follow stand in its waivers.yaml, with a reason each. Whether a description says what the page says, only a
person can tell: texts.json has the marks of the texts that were read side by side, and a text that changes on either side is told.

${formatUsage}
  --json           As --format json: the whole result as JSON
  --report <file>  write it as an HTML or a Markdown page as well
  --questions <file.md>
                   writes what a person has to answer as a checklist, with links to the lines of the pages and of the document: what is
                   not explained, and the questions that a draft has as comments. What is ticked in an older one stays ticked
  --pages <folder> where the pages are that the checklist links to
  --observed <recording>
                   holds a HAR recording or a Postman collection against the document too: what happened confirms and contradicts it,
                   and what did not happen says nothing. No value of a recording is printed or kept
  --texts-read     you have read descriptions, summaries and examples beside the pages: writes texts.json

Exit code: 0 when every fact is confirmed or waived and every other claim is marked with x-assumed, 1 when not, 2 for wrong usage.
`;

export const verifyCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    json: "flag",
    format: "text",
    report: "text",
    observed: "text",
    questions: "text",
    pages: "text",
    "texts-read": "flag",
  });
  const format = formatOf(given);
  const report = given.text("report");
  const evidence = await loadPeer("@facsimile/evidence", needed);
  const print = report === undefined ? undefined : reportPrinter(report, evidence);
  const folders = await foldersOf(given, evidence, io);
  if (given.flag("texts-read")) await writeTexts(folders[0] ?? "", io);
  const reported: Reported[] = [];
  for (const folder of folders) reported.push(await evidence.verifyFolder(folder, io.cwd, given.texts("observed")));
  if (print !== undefined && report !== undefined) await writeText(resolve(io.cwd, report), print(reported));
  const [only] = reported;
  if (only !== undefined) await writeQuestions(only, folders[0] ?? "", given, io);
  io.stdout.write(await printed(format, reported, evidence, io));
  return reported.every(({ verification }) => verification.passed) ? 0 : 1;
}

/** The folders of the providers that are named, or all. Some options go with a single one. */
async function foldersOf(
  given: ParsedArguments,
  { foldersWithEvidence }: Pick<typeof import("@facsimile/evidence"), "foldersWithEvidence">,
  io: CommandIo,
): Promise<readonly string[]> {
  const { positionals } = given;
  const folders = positionals.length > 0 ? positionals.map(folderOf) : await foldersWithEvidence(io.cwd);
  if (folders.length === 0)
    throw new Error(`specs: no folder in it has an evidence.json. Make one with "facsimile evidence".`);
  if (given.text("pages") !== undefined && given.text("questions") === undefined)
    throw new UsageError("--pages goes with --questions");
  const texts = ["observed", "questions"].filter((option) => given.text(option) !== undefined);
  const [single] = [...texts, ...(given.flag("texts-read") ? ["texts-read"] : [])];
  if (single !== undefined && folders.length !== 1) throw new UsageError(`--${single} goes with one provider`);
  return folders;
}

async function writeTexts(folder: string, { cwd }: CommandIo): Promise<void> {
  const { textsOfFolder } = await loadPeer("@facsimile/evidence", ["textsOfFolder"]);
  await writeText(resolve(cwd, folder, "texts.json"), await textsOfFolder(folder, cwd));
}

/** Writes the checklist, where one is wanted. */
async function writeQuestions(
  reported: Reported,
  folder: string,
  given: ParsedArguments,
  { cwd }: CommandIo,
): Promise<void> {
  const name = given.text("questions");
  if (name === undefined) return;
  if (extname(name) !== ".md") throw new UsageError(`a checklist is a file that ends in .md, which "${name}" does not`);
  const { checklistOf } = await loadPeer("@facsimile/evidence", ["checklistOf"]);
  const [file, pages] = [resolve(cwd, name), given.text("pages")];
  const places = { folder, cwd, file, pages: pages === undefined ? undefined : resolve(cwd, pages) };
  await writeText(file, (await checklistOf(reported, places)).text);
}

async function printed(
  format: Format,
  reported: readonly Reported[],
  evidence: Pick<typeof import("@facsimile/evidence"), "linesOf" | "printJsonReport" | "printTextReport">,
  io: CommandIo,
): Promise<string> {
  if (format === "json") return evidence.printJsonReport(reported);
  if (!isFindingFormat(format)) return evidence.printTextReport(reported, { isBrief: io.isQuiet === true });
  const lines = reported.flatMap(({ verification, waiverFile }) => evidence.linesOf(verification, waiverFile));
  return printFindings(format, findingsOfLines(lines), io);
}

const needed = [
  "foldersWithEvidence",
  "linesOf",
  "printHtmlReport",
  "printJsonReport",
  "printMarkdownReport",
  "printTextReport",
  "verifyFolder",
] as const;

type Printers = Pick<typeof import("@facsimile/evidence"), "printHtmlReport" | "printMarkdownReport">;

function reportPrinter(file: string, evidence: Printers): (reported: readonly Reported[]) => string {
  const extension = extname(file);
  if (extension === ".html") return evidence.printHtmlReport;
  if (extension === ".md") return evidence.printMarkdownReport;
  throw new UsageError(`a report is a file that ends in .html or .md, which "${file}" does not`);
}

function folderOf(provider: string): string {
  return provider.includes("/") ? provider.replace(/(?<!\/)\/+$/, "") : `specs/${provider}`;
}
