import type ts from "typescript";
import { loadCompiler } from "../program/compiler.js";
import type { PackageSources } from "../program/package-sources.js";
import { folderOf, type Side } from "../program/sides.js";
import { createTypeProgram } from "../program/type-program.js";
import { completeSamples } from "./complete-samples.js";
import type { Sample } from "./sample.js";

/** What the compiler has against a sample. */
export interface SampleFailure {
  readonly sample: Sample;
  /** In the page or file that the sample is from. From 1. */
  readonly line: number;
  readonly column: number;
  /** The compiler's word, in one line. */
  readonly message: string;
}

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
  const compiler = loadCompiler();
  const complete = completeSamples(compiler, old, next, samples);
  const texts = new Map(
    (["old", "new"] as const).flatMap((side) => complete.map((text, index) => [pathOf(side, index), text] as const)),
  );
  const { program } = createTypeProgram(compiler, old, next, texts);
  const failureOf = (side: Side, sample: Sample, index: number): SampleFailure | undefined => {
    const file = program.getSourceFile(pathOf(side, index));
    const [first] =
      file === undefined ? [] : [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return first && describe(compiler.flattenDiagnosticMessageText, sample, first);
  };
  const failed = samples.map((sample, index) => ({
    before: failureOf("old", sample, index),
    after: failureOf("new", sample, index),
  }));
  return {
    failures: failed.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : [])),
    unusable: failed.flatMap(({ before }) => (before === undefined ? [] : [before])),
  };
}

function pathOf(side: Side, index: number): string {
  return `${folderOf(side)}samples/${index + 1}.ts`;
}

function describe(
  flatten: typeof ts.flattenDiagnosticMessageText,
  sample: Sample,
  { file, start = 0, messageText }: ts.Diagnostic,
): SampleFailure {
  const { line, character } = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  const [message = ""] = flatten(messageText, "\n").split("\n", 1);
  return { sample, line: (sample.line ?? 1) + line, column: character + 1, message };
}
