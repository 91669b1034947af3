import { randomInt } from "node:crypto";
import { relative } from "node:path";
import type { Allowances, ServerReport, ServerTest } from "@facsimile/contract";
import { documentName, loadDocument } from "@facsimile/document";
import { folderUrl } from "../arguments.js";
import type { CommandIo, ExitCode } from "../command.js";
import type { Target } from "../config/targets.js";
import { readDocumentOptions } from "../document-options.js";
import { type FindingFormat, formatOf, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfServer } from "../findings/of-contract.js";
import type { ParsedArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { withProgress } from "../progress.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

/** More requests to an operation tell no more in a night. */
const mostFuzz = 100_000;

/** What a seed can be. */
const mostSeed = 2 ** 31 - 1;

/** An answer that takes longer is one that nobody waits for. */
const mostSeconds = 600;

/** `facsimile contract --server`. */
export async function holdServer(
  { source, entry }: Target,
  url: string,
  given: ParsedArguments,
  io: CommandIo,
): Promise<ExitCode> {
  const format = formatOf(given);
  const contract = await loadPeer("@facsimile/contract", [
    ...(["failuresOf", "holdServer", "lackingText", "planServer", "serverText", "writeServerReport"] as const),
  ]);
  const seconds = given.number("timeout", 1, mostSeconds);
  const test = {
    document: source,
    ...readDocumentOptions(given, io.cwd, entry),
    url,
    write: given.flag("write"),
    env: io.env,
    timeoutMs: seconds === undefined ? undefined : seconds * 1000,
    fuzz: fuzzOf(given),
    signal: io.signal,
  };
  if (given.flag("dry-run")) {
    io.stdout.write(await contract.planServer(test));
    return 0;
  }
  const allowed = {
    unreached: given.flag("allow-unreached"),
    missingCredentials: given.flag("allow-missing-credentials"),
  };
  const report = await withProgress(io, (show) =>
    contract.holdServer({ ...test, onRequests: (requests) => show(`${requests} requests`) }),
  );
  const failures = contract.failuresOf(report, allowed);
  // A format of findings has them among its own.
  if (!isFindingFormat(format)) io.stderr.write(contract.lackingText(report));
  if (format === "text")
    (failures.length === 0 ? noticesOf(io) : io.stdout).write(contract.serverText(report, allowed));
  else if (isFindingFormat(format)) io.stdout.write(await placedFindings(format, test, report, allowed, io));
  else io.stdout.write(`${JSON.stringify({ failures, ...report }, undefined, 2)}\n`);
  const folder = given.text("report");
  if (folder !== undefined) await contract.writeServerReport(folderUrl(io, folder), report, allowed);
  return failures.length === 0 ? 0 : 1;
}

async function placedFindings(
  format: FindingFormat,
  test: Pick<ServerTest, "document" | "overlays">,
  report: ServerReport,
  allowed: Allowances,
  io: CommandIo,
): Promise<string> {
  const { document } = await loadDocument(test.document, { overlays: test.overlays ?? [] });
  if (document === undefined) throw new Error(`${documentName(test.document)}: has changed since it was read.`);
  const findings = findingsOfServer(report, allowed, document).map((finding) => ({
    ...finding,
    place: { ...finding.place, file: fromHere(finding.place.file, test.document, io) },
  }));
  return printFindings(format, findings, io);
}

/** What is in no file keeps its name. */
function fromHere(file: string, document: ServerTest["document"], { cwd }: CommandIo): string {
  return typeof document !== "string" && document.name === file ? file : relative(cwd, file);
}

/** Without a seed each run sends others; the report says which. */
function fuzzOf(given: ParsedArguments): { readonly requests: number; readonly seed: number } | undefined {
  const requests = given.number("fuzz", 1, mostFuzz);
  const seed = given.number("seed", 0, mostSeed);
  if (requests === undefined && seed !== undefined) throw new UsageError("--seed goes with --fuzz");
  return requests === undefined ? undefined : { requests, seed: seed ?? randomInt(mostSeed) };
}
