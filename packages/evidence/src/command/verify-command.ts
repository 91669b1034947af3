import { readdir } from "node:fs/promises";
import { extname, join, relative, resolve } from "node:path";
import { type Command, type CommandIo, type ExitCode, parseArguments, UsageError } from "@facsimile/codegen/command";
import { printHtmlReport } from "../report/html.js";
import { printJsonReport } from "../report/json.js";
import { linesOf, printLine, type Reported } from "../report/lines.js";
import { printMarkdownReport } from "../report/markdown.js";
import { printSummary } from "../report/summary.js";
import { loadSpec } from "../spec/load-spec.js";
import { verify } from "../verify/verify.js";
import { parseWaivers } from "../verify/waivers.js";
import { exists, readOptional, writeText } from "./files.js";
import { loadEvidence } from "./load-evidence.js";

const usage = `Usage: facsimile verify [<provider>...] [--json] [--report <file.html|file.md>]

Holds specs/<provider>/openapi.yaml against specs/<provider>/evidence.json, fact by fact, and lists what the spec claims and no page
states. Without a provider: all that have an evidence.json. A provider with a "/" in its name is the path of such a folder.
Facts that a spec need not follow stand in its waivers.yaml, with a reason each.

  --json           print the whole result as JSON
  --report <file>  write it as an HTML or a Markdown page as well

Exit code: 0 when every fact is confirmed or waived and every other claim is marked with x-assumed, 1 when not, 2 for wrong usage.
`;

export const verifyCommand: Command = {
  summary: "Hold specs against the facts of their documentation",
  usage,
  run,
};

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals, text, flag } = parseArguments(args, { json: "flag", report: "text" });
  const report = text("report");
  const print = report === undefined ? undefined : reportPrinter(report);
  const folders = positionals.length > 0 ? positionals.map(folderOf) : await foldersWithEvidence(io.cwd);
  const reported: Reported[] = [];
  for (const folder of folders) reported.push(await verifyFolder(folder, io.cwd));
  if (print !== undefined && report !== undefined) await writeText(resolve(io.cwd, report), print(reported));
  io.stdout.write(flag("json") ? printJsonReport(reported) : printText(reported));
  return reported.every(({ verification }) => verification.passed) ? 0 : 1;
}

function reportPrinter(file: string): (reported: readonly Reported[]) => string {
  const printers: Readonly<Record<string, (reported: readonly Reported[]) => string>> = {
    ".html": printHtmlReport,
    ".md": printMarkdownReport,
  };
  const print = printers[extname(file)];
  if (print === undefined)
    throw new UsageError(`a report is a file that ends in .html or .md, which "${file}" does not`);
  return print;
}

function folderOf(provider: string): string {
  return provider.includes("/") ? provider.replace(/\/+$/, "") : `specs/${provider}`;
}

async function foldersWithEvidence(cwd: string): Promise<readonly string[]> {
  const names = await readdir(join(cwd, "specs")).catch(() => []);
  const folders: string[] = [];
  for (const name of names.toSorted())
    if (await exists(join(cwd, "specs", name, "evidence.json"))) folders.push(`specs/${name}`);
  if (folders.length === 0)
    throw new Error(`specs: no folder in it has an evidence.json. Make one with "facsimile evidence".`);
  return folders;
}

async function verifyFolder(folder: string, cwd: string): Promise<Reported> {
  const specFile = `${folder}/openapi.yaml`;
  const waiverFile = `${folder}/waivers.yaml`;
  const evidence = await loadEvidence(cwd, `${folder}/evidence.json`);
  const waivers = parseWaivers((await readOptional(resolve(cwd, waiverFile))) ?? "", waiverFile);
  const spec = await loadSpec(resolve(cwd, specFile), relative(cwd, resolve(cwd, specFile)) || specFile);
  return { verification: verify(spec, evidence, waivers), waiverFile };
}

function printText(reported: readonly Reported[]): string {
  const lines = reported.flatMap(({ verification, waiverFile }) => linesOf(verification, waiverFile).map(printLine));
  return `${lines.join("")}${lines.length > 0 ? "\n" : ""}${printSummary(reported.map(({ verification }) => verification))}`;
}
