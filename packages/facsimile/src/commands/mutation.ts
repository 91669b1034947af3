import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Expectations, MutationRun, Score } from "@facsimile/contract";
import { folderUrl } from "../arguments.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { isGiven, openGiven } from "../given/open-given.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { withProgress } from "../progress.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile mutation <document> --package <folder> [options]

Seeds faults one at a time, into the document of the mock server, into requests and answers on their way, and into
the built package, and counts those that the contract tests notice. <document> is a path, a URL of https, or - for
standard input.

  --package <folder>   the package that was generated from the document, built
  --sample <number>    how many faults of each of the four families; without it all of them
  --seed <text>        another text takes another sample. Default: facsimile
  --threshold <number> percent of the faults of each family and operator that have to be noticed. Default: 95
  --expect <file>      JSON that states a threshold, operators with thresholds of their own, and equivalent mutants,
                       with their reasons; in place of --threshold
  --report <folder>    writes mutation.json there, in the form of Stryker's report schema
  --help               this text

Exit codes: 0 every family and operator reaches its threshold, 1 one does not, or a mutant that is listed as
equivalent was noticed, 2 wrong usage.
`;

/** `facsimile mutation`. */
export const mutationCommand: Command = { usage, run };

const needed = [
  "belowThreshold",
  "readContract",
  "readExpectations",
  "runMutation",
  "scoreByFamily",
  "scoreByOperator",
  "writeMutationReport",
] as const;

/** What this command uses of the package that knows how. */
type Mutation = Pick<typeof import("@facsimile/contract"), (typeof needed)[number]>;

const options = {
  package: "text",
  sample: "text",
  seed: "text",
  threshold: "text",
  expect: "text",
  report: "text",
} as const;

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, options);
  const [file, ...others] = given.positionals;
  const folder = given.text("package");
  if (file === undefined || others.length > 0 || folder === undefined)
    throw new UsageError("name one OpenAPI document and its --package");
  const mutation = await loadPeer("@facsimile/contract", needed);
  const contract = await mutation.readContract({
    document: isGiven(file) ? await openGiven(file, undefined, io) : urlOf(io, file),
    package: urlOf(io, folder),
  });
  const expectations = await expectationsOf(given, io, contract.package.name, mutation);
  const done = await withProgress(io, (show) =>
    mutation.runMutation(contract, {
      sample: given.number("sample", 1, 1_000_000),
      seed: given.text("seed") ?? "facsimile",
      expectations,
      onVerdict: (_verdict, count, of) => show(`${count} of ${of} mutants`),
    }),
  );
  const report = given.text("report");
  if (report !== undefined) await mutation.writeMutationReport(folderUrl(io, report), contract, done.verdicts);
  return show(io, done, expectations, mutation);
}

function expectationsOf(
  given: ParsedArguments,
  io: CommandIo,
  name: string,
  { readExpectations }: Mutation,
): Promise<Expectations> | Expectations {
  const file = given.text("expect");
  const threshold = given.number("threshold", 0, 100);
  if (file === undefined) return { least: (threshold ?? 95) / 100, operators: new Map(), equivalents: new Map() };
  if (threshold !== undefined) throw new UsageError("--expect and --threshold exclude each other");
  return readExpectations(resolve(io.cwd, file), name);
}

function urlOf({ cwd }: CommandIo, path: string): URL {
  return pathToFileURL(resolve(cwd, path));
}

function show(
  io: CommandIo,
  done: MutationRun,
  expectations: Expectations,
  { belowThreshold, scoreByFamily, scoreByOperator }: Mutation,
): ExitCode {
  const { stdout } = io;
  const { verdicts, wrongEquivalents, unusedOperators } = done;
  const families = scoreByFamily(verdicts);
  for (const { mutant, status, reason } of verdicts) {
    if (status !== "killed") stdout.write(`${status}: ${mutant.family}: ${mutant.name}\n  ${reason}\n`);
  }
  for (const message of wrongEquivalents) stdout.write(`wrong: ${message}\n`);
  for (const name of unusedOperators) stdout.write(`unused: no mutant of this package has the operator ${name}\n`);
  const weak = belowThreshold(expectations, families, scoreByOperator(verdicts));
  for (const score of weak) stdout.write(`below its threshold: ${scoreLine(score)}\n`);
  for (const score of families) noticesOf(io).write(`${scoreLine(score)}\n`);
  return weak.length + wrongEquivalents.length === 0 ? 0 : 1;
}

function scoreLine({ name, mutants, killed, survived, broken, equivalent, score }: Score): string {
  return `${name}: ${killed} of ${mutants} noticed (${(score * 100).toFixed(1)} %), ${survived} survived, ${broken} broken, ${equivalent} equivalent`;
}
