import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CaseResult, ContractReport, ReportedFinding } from "@facsimile/contract";
import { folderUrl, serverUrl } from "../arguments.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile contract <document> --package <folder> [--report <folder>]
       facsimile contract <document> --server <url> [--write]

Holds a built package against the OpenAPI document that it was generated from, with a mock server of the document;
or holds a running server against the document. What is found is told with whose it is: the document's, the package's, the
server's, Prism's or this tool's. Findings that are known are accepted by id, with a reason, in contract.accept.yaml
beside the package's package.json.

  --package <folder>  the package, built
  --report <folder>   writes contract-report.json and contract-report.md there
  --server <url>      the server, with the path that comes before the paths of the document
  --write             calls operations that may change something too. Default: GET, HEAD and OPTIONS only
  --help              this text

Credentials for a server come from the environment, one variable for each security scheme: FACSIMILE_HEADER_API_KEY
for the scheme HeaderAPIKey, and user:password for basic authentication.

Exit codes: 0 all is as documented, 1 something is not, 2 wrong usage.
`;

/** `facsimile contract`. */
export const contractCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { package: "text", report: "text", server: "text", write: "flag" });
  const [file, ...others] = given.positionals;
  const [folder, server, report] = [given.text("package"), given.text("server"), given.text("report")];
  if (file === undefined || others.length > 0) throw new UsageError("name one OpenAPI document");
  if (folder !== undefined && server !== undefined) throw new UsageError("--package and --server exclude each other");
  if (server !== undefined && report !== undefined) throw new UsageError("--report goes with --package");
  if (folder !== undefined && given.flag("write")) throw new UsageError("--write goes with --server");
  if (server !== undefined) return holdServer(file, serverUrl(server).href, given, io);
  if (folder !== undefined) return holdPackage(file, folder, report, io);
  throw new UsageError("name a --package or a --server");
}

async function holdPackage(
  file: string,
  folder: string,
  reportFolder: string | undefined,
  io: CommandIo,
): Promise<ExitCode> {
  const contract = await loadPeer("@facsimile/contract", ["failures", "holdPackage", "summaryLine", "writeReport"]);
  const report = await contract.holdPackage({
    document: pathToFileURL(resolve(io.cwd, file)),
    package: folderUrl(io, folder),
  });
  if (reportFolder !== undefined) await contract.writeReport(folderUrl(io, reportFolder), report);
  io.stdout.write(`${report.title}: ${contract.summaryLine(report)}\n`);
  show(io, report);
  const failures = contract.failures(report);
  return failures.length === 0 ? 0 : 1;
}

async function holdServer(file: string, url: string, given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const contract = await loadPeer("@facsimile/contract", ["holdServer"]);
  const document = resolve(io.cwd, file);
  const held = await contract.holdServer({ document, url, write: given.flag("write"), env: io.env });
  for (const { scheme, variable } of held.lacking) {
    io.stderr.write(`No credential for ${scheme}: ${variable} is not set.\n`);
  }
  const failed = held.results.filter((result) => result.findings.length > 0);
  showFailed(io, failed);
  const [requests, right] = [held.results.length, held.results.length - failed.length];
  io.stdout.write(`${held.title} at ${url}: ${requests} requests, ${right} as documented, ${failed.length} not\n`);
  return failed.length === 0 && requests > 0 ? 0 : 1;
}

function show({ stdout }: CommandIo, report: ContractReport): void {
  for (const finding of report.findings) stdout.write(showFinding(finding));
  for (const goal of report.missing) stdout.write(`neither covered nor explained: ${goal}\n`);
  for (const id of report.notNeeded) stdout.write(`accepted and not found: ${id}\n`);
  for (const { kind, goals, covered, holes } of report.coverage) {
    stdout.write(`${kind}: ${covered} of ${goals} covered${holes === 0 ? "" : `, ${holes} cannot be`}\n`);
  }
  const { operations, cases, passed, failed } = report;
  stdout.write(`${operations} operations, ${cases} cases, ${passed} passed, ${failed.length} failed\n`);
}

/** Whose it is, what it is, where, and by what name it can be accepted. */
function showFinding({ id, whose, message, at, cases, examples, accepted }: ReportedFinding): string {
  const mark = accepted !== undefined ? "✓" : whose === "prism" ? "·" : "✗";
  const seen =
    cases > 1 ? `    in ${cases} cases: ${examples.join(", ")}${cases > examples.length ? ", …" : ""}\n` : "";
  const known = accepted === undefined ? "" : `    accepted: ${accepted}\n`;
  return `${mark} ${whose}: ${message}\n    ${at === undefined ? "" : `${at}  `}${id}\n${seen}${known}`;
}

function showFailed({ stdout }: CommandIo, failed: readonly CaseResult[]): void {
  for (const { name, findings: found } of failed) {
    stdout.write(`✗ ${name}\n${found.map(({ oracle, message }) => `  ${oracle}: ${message}\n`).join("")}`);
  }
}
