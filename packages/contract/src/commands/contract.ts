import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Command,
  type CommandIo,
  type ExitCode,
  type ParsedArguments,
  parseArguments,
  UsageError,
} from "@facsimile/codegen/command";
import type { Secret } from "../cases/case.js";
import { deriveCases } from "../cases/derive.js";
import { readDocument } from "../document/read-document.js";
import { findings } from "../oracles/finding.js";
import { judgeTypes, typeModule } from "../oracles/types/types-oracle.js";
import { formatPreflight, preflight } from "../preflight/preflight.js";
import { createRedactor } from "../report/redactor.js";
import { buildReport, type CaseResult, type ContractReport } from "../report/report.js";
import { writeReport } from "../report/write-report.js";
import { casesForServer, runOnServer, secretsFrom, variableOf } from "../run/any-server.js";
import { type Contract, readContract, startSubject } from "../run/contract.js";
import { runCase } from "../run/run-case.js";
import { createValidator } from "../schema/validator.js";
import { secretTexts } from "../wire/credentials.js";
import { folderUrl, serverUrl } from "./arguments.js";

const usage = `Usage: facsimile contract <document> --package <folder> [--report <folder>]
       facsimile contract <document> --server <url> [--write]

Holds a built package against the OpenAPI document that it was generated from, with a mock server of the document;
or holds a running server against the document.

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
export const contractCommand: Command = {
  summary: "hold a built package, or a running server, against its document",
  usage,
  run,
};

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
  const contract = await readContract({
    document: pathToFileURL(resolve(io.cwd, file)),
    package: folderUrl(io, folder),
  });
  const unsound = await preflight(contract.document, contract.api);
  if (unsound.length > 0) {
    io.stderr.write(`${formatPreflight(unsound)}\n`);
    return 1;
  }
  const start = performance.now();
  const results = [...(await resultsOfCases(contract)), ...resultsOfTypes(contract)];
  const seconds = (performance.now() - start) / 1000;
  const context = { document: contract.document.json, validator: contract.validator };
  const report = buildReport(context, contract.api, contract, results);
  if (reportFolder !== undefined) await writeReport(folderUrl(io, reportFolder), report);
  return show(io, report, seconds);
}

async function resultsOfCases(contract: Contract): Promise<CaseResult[]> {
  const subject = await startSubject(contract);
  const results: CaseResult[] = [];
  try {
    for (const one of contract.cases) results.push({ name: one.name, findings: await runCase(subject, one) });
  } finally {
    await subject.close();
  }
  return results;
}

function resultsOfTypes({ api, document, package: built }: Contract): CaseResult[] {
  const verdict = judgeTypes(typeModule(document, api, built));
  const shared = verdict.findings.get("") ?? [];
  return [
    { name: "types", findings: findings("types", shared) },
    ...verdict.names.map((name) => ({ name, findings: findings("types", verdict.findings.get(name) ?? []) })),
  ];
}

async function holdServer(file: string, url: string, given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const { api, document } = await readDocument(resolve(io.cwd, file));
  const validator = createValidator(document, api);
  const { cases, elsewhere } = deriveCases(document.json, api, validator);
  const secrets = secretsFrom(io.env, api);
  const lacking = api.securitySchemes.filter(({ name }) => !secrets.some(({ scheme }) => scheme.name === name));
  for (const { name } of lacking) io.stderr.write(`No credential for ${name}: ${variableOf(name)} is not set.\n`);
  const chosen = casesForServer([...cases, ...elsewhere], secrets, given.flag("write"));
  const results: CaseResult[] = [];
  for (const one of chosen) results.push({ name: one.name, findings: await runOnServer(url, one, validator) });
  const failed = results.filter((result) => result.findings.length > 0);
  showFailed(withoutSecrets(io, secrets), failed);
  io.stdout.write(
    `${api.title} at ${url}: ${results.length} requests, ${results.length - failed.length} as documented, ${failed.length} not\n`,
  );
  return failed.length === 0 && results.length > 0 ? 0 : 1;
}

/** A server may send back what it was sent. */
function withoutSecrets({ stdout }: CommandIo, secrets: readonly Secret[]): Pick<CommandIo, "stdout"> {
  const redactor = createRedactor();
  redactor.hide(secrets.flatMap(secretTexts));
  return { stdout: { write: (text) => stdout.write(redactor.redact(text)) } };
}

function show(io: CommandIo, report: ContractReport, seconds: number): ExitCode {
  showFailed(io, report.failed);
  for (const goal of report.missing) io.stdout.write(`neither covered nor explained: ${goal}\n`);
  for (const { kind, goals, covered, holes } of report.coverage) {
    io.stdout.write(`${kind}: ${covered} of ${goals} covered${holes === 0 ? "" : `, ${holes} cannot be`}\n`);
  }
  const rate = Math.round(report.cases / seconds);
  io.stdout.write(
    `${report.title}: ${report.operations} operations, ${report.cases} cases, ${report.passed} passed, ${report.failed.length} failed (${rate} a second)\n`,
  );
  return report.failed.length === 0 && report.missing.length === 0 ? 0 : 1;
}

function showFailed({ stdout }: Pick<CommandIo, "stdout">, failed: readonly CaseResult[]): void {
  for (const { name, findings: found } of failed) {
    stdout.write(`✗ ${name}\n${found.map(({ oracle, message }) => `  ${oracle}: ${message}\n`).join("")}`);
  }
}
