import type { PackageSources } from "../program/package-sources.js";
import type { Side } from "../program/sides.js";
import type { Sample } from "./sample.js";
import type { SampleFailure } from "./sample-failure.js";
import { createSampleProgram } from "./sample-program.js";

export interface SampleOutcome {
  /** Samples that the old edition compiles and the new one does not, with the first thing that is wrong. */
  readonly failures: readonly SampleFailure[];
  /** Samples that the old edition does not compile either: they show nothing. */
  readonly unusable: readonly SampleFailure[];
}

/**
 * Compiles programs that were written for the old edition of a package with the new one. Names that a sample takes from an earlier one are that one's; what
 * nobody declares, such as `password`, is left to the reader and may be anything.
 */
export async function compileSamples(
  old: PackageSources,
  next: PackageSources,
  samples: readonly Sample[],
): Promise<SampleOutcome> {
  const program = createSampleProgram(old, next, samples);
  const failed = samples.map((_, index) => {
    const [before, after] = (["old", "new"] as const).map((side: Side) => program.failureOf(side, index));
    return { before, after };
  });
  return {
    failures: failed.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : [])),
    unusable: failed.flatMap(({ before }) => (before === undefined ? [] : [before])),
  };
}
