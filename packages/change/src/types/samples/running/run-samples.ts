import type { Side } from "../../program/sides.js";
import type { Sample } from "../sample.js";
import { failureAt, type SampleFailure } from "../sample-failure.js";
import { createSampleProgram, type SampleProgram } from "../sample-program.js";
import { nameOf } from "./installed-edition.js";
import { type RunnableEdition, RunningEdition } from "./running-edition.js";
import { unrunnableReason } from "./unrunnable.js";

export interface RunOptions {
  /** Milliseconds that one sample may take; thrice as many where it is the new edition with which it is late. Default: 10,000. */
  readonly timeLimit?: number;
}

/** A sample that was only compiled, and why. */
export interface NotRun {
  readonly sample: Sample;
  /** Without a full stop: `it needs node:fs`. */
  readonly reason: string;
}

export interface SampleRuns {
  /** Samples that run well with the new edition. */
  readonly ran: readonly Sample[];
  /** Those that compile, or run well, with the old one alone. */
  readonly failures: readonly SampleFailure[];
  readonly notRun: readonly NotRun[];
}

/**
 * Compiles and runs programs that were written for the old edition of a package with the new one, each in a process of its own, and against a server that answers
 * as the new edition's document says. One fails that no longer compiles, throws, does not end, ends with another exit code than 0, or sends what the server
 * refuses, and did better with the old edition: what fails with both shows nothing. One that needs more than a base URL and a credential is compiled alone.
 *
 * The programs run without the environment variables of this process, write no files and start no processes. What they send by `fetch` goes to the server,
 * whatever its address was, and nothing goes elsewhere.
 */
export async function runSamples(
  old: RunnableEdition,
  next: RunnableEdition,
  samples: readonly Sample[],
  { timeLimit = 10_000 }: RunOptions = {},
): Promise<SampleRuns> {
  const program = createSampleProgram(old.sources, next.sources, samples);
  const editions = {
    old: new RunningEdition(program, "old", old, timeLimit),
    new: new RunningEdition(program, "new", next, timeLimit),
  };
  const name = nameOf(old.sources);
  const runs: SampleRun[] = [];
  try {
    for (const [index, sample] of samples.entries()) {
      const failure = compileFailure(program, index);
      const reason = failure
        ? undefined
        : (unrunnableReason(program, sample, index, name) ?? earlierReason(program, index, runs));
      const isRun = failure === undefined && reason === undefined;
      runs.push(isRun ? await runBoth(editions, sample, index) : { sample, failure, reason });
    }
  } finally {
    await editions.old.close();
    await editions.new.close();
  }
  return {
    ran: runs.flatMap(({ sample, reason, failure }) => ((reason ?? failure) === undefined ? [sample] : [])),
    failures: runs.flatMap(({ failure }) => failure ?? []),
    notRun: runs.flatMap(({ sample, reason }) => (reason === undefined ? [] : [{ sample, reason }])),
  };
}

interface SampleRun {
  readonly sample: Sample;
  /** Why it was not run, or shows nothing. */
  readonly reason?: string | undefined;
  readonly failure?: SampleFailure | undefined;
}

/** What the new edition does not compile, and the old one does. */
function compileFailure(program: SampleProgram, index: number): SampleFailure | undefined {
  return program.failureOf("old", index) === undefined ? program.failureOf("new", index) : undefined;
}

/** What goes on from a sample that fails fails like that. */
function earlierReason({ complete }: SampleProgram, index: number, runs: readonly SampleRun[]): string | undefined {
  const needed = complete[index]?.needs.map((one) => runs[one]) ?? [];
  const earlier = needed.find((run) => run?.reason !== undefined || run?.failure !== undefined);
  return (
    earlier &&
    `it goes on from ${earlier.sample.name}, which ${earlier.failure ? `no longer ${earlier.failure.stage}` : "is not run"}`
  );
}

/** How many times the time limit a sample may take that was late, and ended well with the old edition. */
const patienceAgain = 3;

async function runBoth(
  editions: Readonly<Record<Side, RunningEdition>>,
  sample: Sample,
  index: number,
): Promise<SampleRun> {
  const end = await editions.new.run(index);
  if (end === undefined) return { sample };
  if (typeof end === "string") return { sample, reason: end };
  const before = await editions.old.run(index);
  if (typeof before === "string")
    return { sample, reason: `it does not run with the new edition (${end.message}), and ${before}` };
  if (before !== undefined) return { sample, reason: `it does not run with the old edition either: ${before.message}` };
  // A machine that is busy is no break.
  const again = end.isLate ? await editions.new.run(index, patienceAgain) : end;
  if (again === undefined || typeof again === "string") return { sample };
  return { sample, failure: failureAt(sample, "runs", again.at ?? { line: 1, column: 1 }, again.message) };
}
