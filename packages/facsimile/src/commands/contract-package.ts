import { pathToFileURL } from "node:url";
import type { ContractReport, Extents, ReportedFinding } from "@facsimile/contract";
import { visible } from "@facsimile/document/diagnostics";
import { folderUrl } from "../arguments.js";
import type { CommandIo, ExitCode } from "../command.js";
import type { Target } from "../config/targets.js";
import { readDocumentOptions } from "../document-options.js";
import { type Format, formatOf, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfContract } from "../findings/of-contract.js";
import type { ParsedArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { withProgress } from "../progress.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

/** `facsimile contract --package`. */
export async function holdPackage(
  { document: file, source, entry }: Target,
  folder: string,
  given: ParsedArguments,
  io: CommandIo,
): Promise<ExitCode> {
  const format = formatOf(given);
  const contract = await loadPeer("@facsimile/contract", ["failures", "holdPackage", "summaryLine", "writeReport"]);
  const choices = readDocumentOptions(given, io.cwd, entry);
  const test = {
    ...extentsOf(given),
    document: typeof source === "string" ? pathToFileURL(source) : source,
    ...choices,
    overlays: choices.overlays.map((overlay) => pathToFileURL(overlay)),
    package: folderUrl(io, folder),
  };
  const report = await withProgress(io, (show) =>
    contract.holdPackage(test, (stage, done, of) => show(stage === "cases" ? `${done} of ${of} cases` : stage)),
  );
  const reportFolder = given.text("report");
  if (reportFolder !== undefined) await contract.writeReport(folderUrl(io, reportFolder), report);
  if (isFindingFormat(format))
    io.stdout.write(await printFindings(format, findingsOfContract(report, file, folder), io));
  else show(format, report, contract.summaryLine(report), io);
  return contract.failures(report).length === 0 ? 0 : 1;
}

/** How much is tried. */
function extentsOf(given: ParsedArguments): Pick<Extents, "casesPerOperation" | "part"> {
  const cases = given.number("cases", 1, 100_000);
  const text = given.text("part");
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text ?? "")?.map(Number) ?? [];
  const isPart = number !== undefined && of !== undefined && number > 0 && number <= of;
  if (text !== undefined && !isPart) throw new UsageError(`--part takes which of how many, such as 1/2, not "${text}"`);
  return {
    ...(cases === undefined ? {} : { casesPerOperation: cases }),
    ...(isPart ? { part: { number, of } } : {}),
  };
}

function show(format: Format, report: ContractReport, summary: string, io: CommandIo): void {
  if (format === "json") return void io.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  const write = (line: string, sink = io.stdout): void => void sink.write(`${visible(line)}\n`);
  const notice = (line: string): void => write(line, noticesOf(io));
  notice(`${report.title}: ${summary}`);
  for (const finding of report.findings)
    for (const line of showFinding(finding)) (finding.accepted === undefined ? write : notice)(line);
  if (!report.isExercised) write("nothing was exercised: no case of any operation passed");
  for (const goal of report.missing) write(`neither covered nor explained: ${goal}`);
  for (const id of report.notNeeded) write(`accepted and not found: ${id}`);
  for (const id of report.notExercised) notice(`not exercised: ${id}: no case of it passed`);
  for (const { kind, goals, covered, holes } of report.coverage) {
    notice(`${kind}: ${covered} of ${goals} covered${holes === 0 ? "" : `, ${holes} cannot be`}`);
  }
  const { operations, cases, passed, failed } = report;
  notice(`${operations} operations, ${cases} cases, ${passed} passed, ${failed.length} failed`);
}

/** Whose it is, what it is, where, and by what name it can be accepted. */
function showFinding({ id, whose, message, at, cases, examples, accepted }: ReportedFinding): string[] {
  const mark = accepted === undefined ? "✗" : "✓";
  const more = cases > examples.length ? ", …" : "";
  return [
    `${mark} ${whose}: ${message}`,
    `    ${at === undefined ? "" : `${at}  `}${id}`,
    ...(cases > 1 ? [`    in ${cases} cases: ${examples.join(", ")}${more}`] : []),
    ...(accepted === undefined ? [] : [`    accepted: ${accepted}`]),
  ];
}
