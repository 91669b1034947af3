import { resolve } from "node:path";
import type { HandFolder, HandResult } from "@facsimile/evidence";
import type { CommandIo, ExitCode } from "../command.js";
import { writeText } from "../files.js";
import type { ParsedArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";

const needed = [
  "countFacts",
  "printCoverage",
  "printEvidence",
  "printHandProblem",
  "readByHand",
  "updatePlaces",
] as const;

type ByHand = Pick<typeof import("@facsimile/evidence"), (typeof needed)[number]>;

/** `facsimile evidence` of a folder with facts.yaml. */
export async function readHandFolder(folder: HandFolder, given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const byHand = await loadPeer("@facsimile/evidence", needed);
  const { file } = folder;
  if (file === undefined) return tell(folder.problems, byHand, io);
  const provider = given.text("provider") ?? folder.provider;
  let result = byHand.readByHand(provider, folder.name, file, folder.pages);
  if (given.flag("update") && result.moved.length > 0) result = await update(folder, result, provider, byHand, io);
  const out = given.text("out");
  const rest = noticesOf(io, out === undefined ? io.stderr : io.stdout);
  rest.write(byHand.printCoverage(result.coverage, folder.others));
  const problems = [...folder.problems, ...result.problems];
  if (problems.length > 0 || result.evidence === undefined) return tell(problems, byHand, io);
  if (given.flag("whole") && result.coverage.some(({ open }) => open.length > 0)) return uncovered(io);
  const text = byHand.printEvidence(result.evidence);
  if (out === undefined) io.stdout.write(text);
  else await writeText(resolve(io.cwd, out), text);
  rest.write(`${provider}: ${result.evidence.pages.length} pages, ${printCounts(result, byHand)}\n`);
  return 0;
}

function tell(problems: HandFolder["problems"], { printHandProblem }: ByHand, io: CommandIo): ExitCode {
  for (const problem of problems) io.stderr.write(`${printHandProblem(problem)}\n`);
  return 1;
}

function uncovered(io: CommandIo): ExitCode {
  io.stderr.write('With --whole, a passage has to hold each line: give it its facts, or the reason with "nothing".\n');
  return 1;
}

/** Writes the new places, and reads again what is written then. */
async function update(
  folder: HandFolder,
  { moved }: HandResult,
  provider: string,
  byHand: ByHand,
  io: CommandIo,
): Promise<HandResult> {
  const { readFactsFile } = await loadPeer("@facsimile/evidence", ["readFactsFile"]);
  const { text, updated } = byHand.updatePlaces(folder.text, moved);
  await writeText(folder.path, text);
  noticesOf(io, io.stderr).write(
    `${folder.name}: ${updated.length} of ${moved.length} places that moved are written anew.\n`,
  );
  const { file } = readFactsFile(text, folder.name);
  if (file === undefined) throw new Error(`${folder.name}: the new places could not be written.`);
  return byHand.readByHand(provider, folder.name, file, folder.pages);
}

function printCounts({ evidence }: HandResult, { countFacts }: ByHand): string {
  const counts = Object.entries(countFacts(evidence?.facts ?? []));
  return counts.map(([kind, count]) => `${count} ${kind}`).join(", ");
}
