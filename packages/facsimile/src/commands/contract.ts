import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CaseResult, ContractReport } from "@facsimile/contract";
import { visible } from "@facsimile/document/diagnostics";
import { folderUrl, serverUrl } from "../arguments.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { UsageError } from "../usage-error.js";
import { holdServer } from "./contract-server.js";

const usage = `Usage: facsimile contract <document> --package <folder> [--report <folder>]
       facsimile contract <document> --server <url> [options]

Holds a built package against the OpenAPI document that it was generated from, with a mock server of the document;
or holds a running server against the document.

  --package <folder>  the package, built
  --server <url>      the server, with the path that comes before the paths of the document
  --report <folder>   writes a report there: JSON and Markdown; of a server JUnit XML and HTML as well
  --help              this text

With --server:
  --write             calls operations that may change something too: creates, reads, changes and deletes things of its
                      own, and deletes what is left of them at the end. Default: GET, HEAD and OPTIONS only
  --dry-run           prints what would be done, and sends nothing
  --fuzz <number>     sends that many more requests to each operation that nobody thought of, valid ones and broken ones, and
                      prints the smallest that shows a fault
  --seed <number>     sends the same ones again. Default: others each time
  --timeout <seconds> how long an answer may take. Default: 10
  --allow-unreached   does not fail for operations that were called and never answered with a success
  --allow-missing-credentials
                      does not fail for security schemes without a credential

Credentials for a server come from the environment, one variable for each security scheme: FACSIMILE_HEADER_API_KEY
for the scheme HeaderAPIKey, and user:password for basic authentication.

Exit codes: 0 all is as documented, 1 something is not, was not exercised, or lacked a credential, 2 wrong usage.
`;

/** `facsimile contract`. */
export const contractCommand: Command = { usage, run };

const ofServer = ["write", "dry-run", "allow-unreached", "allow-missing-credentials"] as const;
const ofServerWithValue = ["timeout", "fuzz", "seed"] as const;

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    package: "text",
    report: "text",
    server: "text",
    ...Object.fromEntries(ofServer.map((name) => [name, "flag"] as const)),
    ...Object.fromEntries(ofServerWithValue.map((name) => [name, "text"] as const)),
  });
  const [file, ...others] = given.positionals;
  const [folder, server] = [given.text("package"), given.text("server")];
  if (file === undefined || others.length > 0) throw new UsageError("name one OpenAPI document");
  if (folder !== undefined && server !== undefined) throw new UsageError("--package and --server exclude each other");
  const stray = server === undefined ? strayOption(given) : undefined;
  if (folder !== undefined && stray !== undefined) throw new UsageError(`--${stray} goes with --server`);
  if (server !== undefined) return holdServer(file, serverUrl(server).href, given, io);
  if (folder !== undefined) return holdPackage(file, folder, given.text("report"), io);
  throw new UsageError("name a --package or a --server");
}

function strayOption(given: ParsedArguments): string | undefined {
  return ofServer.find((name) => given.flag(name)) ?? ofServerWithValue.find((name) => given.text(name) !== undefined);
}

async function holdPackage(
  file: string,
  folder: string,
  reportFolder: string | undefined,
  io: CommandIo,
): Promise<ExitCode> {
  const contract = await loadPeer("@facsimile/contract", ["holdPackage", "writeReport"]);
  const start = performance.now();
  const held = await contract.holdPackage({
    document: pathToFileURL(resolve(io.cwd, file)),
    package: folderUrl(io, folder),
  });
  if (held.kind === "unsound") {
    io.stderr.write(`${held.text}\n`);
    return 1;
  }
  const seconds = (performance.now() - start) / 1000;
  if (reportFolder !== undefined) await contract.writeReport(folderUrl(io, reportFolder), held.report);
  return show(io, held.report, seconds);
}

function show({ stdout }: CommandIo, report: ContractReport, seconds: number): ExitCode {
  const write = (line: string): void => void stdout.write(`${visible(line)}\n`);
  showFailed(write, report.failed);
  for (const goal of report.missing) write(`neither covered nor explained: ${goal}`);
  for (const { kind, goals, covered, holes } of report.coverage) {
    write(`${kind}: ${covered} of ${goals} covered${holes === 0 ? "" : `, ${holes} cannot be`}`);
  }
  const rate = Math.round(report.cases / seconds);
  write(
    `${report.title}: ${report.operations} operations, ${report.cases} cases, ${report.passed} passed, ${report.failed.length} failed (${rate} a second)`,
  );
  return report.failed.length === 0 && report.missing.length === 0 ? 0 : 1;
}

function showFailed(write: (line: string) => void, failed: readonly CaseResult[]): void {
  for (const { name, findings: found } of failed) {
    write(`✗ ${name}`);
    for (const { oracle, message } of found) write(`  ${oracle}: ${message}`);
  }
}
