import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { type Contender, prepareContenders, yardstick } from "./generate-contenders.js";
import { measureScript, median, medianRatio, type Run } from "./shared-measure.js";

/** What a contender took for a document: medians, or why it made nothing. */
export interface Standing {
  readonly contender: string;
  readonly seconds: number;
  /** Of {@link yardstick}'s time in the same round, the median of the rounds. */
  readonly ratio: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly failure?: string;
}

export interface Comparison {
  /** Its file's name, without what every such file is called. */
  readonly document: string;
  readonly runs: number;
  readonly standings: readonly Standing[];
}

/** Above this, three runs are enough: they take long, and what disturbs a run weighs less. */
const large = 5_000_000;

/** All contenders on a document, in turn, so that what else the machine does falls on all of them. */
export function compare(document: string, wanted: number | undefined): Comparison {
  const { contenders, folder } = prepareContenders();
  const runs = wanted ?? (statSync(document).size > large ? 3 : 7);
  const rounds = Array.from({ length: runs }, () => contenders.map((one) => generate(one, document, folder)));
  const yard = contenders.findIndex(({ name }) => name === yardstick);
  const standings = contenders.map(({ name }, at) => judge(name, laneOf(rounds, at), laneOf(rounds, yard)));
  return { document: titleOf(document), runs, standings };
}

/** One generation in a new folder, from which the contender finds what is installed beside it. */
function generate(contender: Contender, document: string, beside: string): Run {
  const folder = mkdtempSync(path.join(beside, "run-"));
  try {
    contender.prepare?.(folder, document);
    const run = measureScript(contender.script, contender.args(document), folder);
    if (run.failure !== undefined || countFiles(path.join(folder, "out")) > 0) return run;
    return { ...run, failure: "nothing was written" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countFiles(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

/** One contender's runs, round by round. */
function laneOf(rounds: readonly (readonly Run[])[], at: number): readonly Run[] {
  return rounds.flatMap((round) => round[at] ?? []);
}

function judge(contender: string, own: readonly Run[], yard: readonly Run[]): Standing {
  const seconds = own.map((run) => run.seconds);
  const ratio = medianRatio(
    seconds,
    yard.map((run) => run.seconds),
  );
  const [processor, megabytes] = [median(own.map((run) => run.processor)), median(own.map((run) => run.megabytes))];
  const failure = own.find((run) => run.failure !== undefined)?.failure;
  const standing = { contender, seconds: median(seconds), ratio, processor, megabytes };
  return failure === undefined ? standing : { ...standing, failure };
}

/** The name that a reader knows a document by. */
function titleOf(document: string): string {
  const { name, dir } = path.parse(document);
  return name === "openapi" ? path.basename(dir) : name;
}
