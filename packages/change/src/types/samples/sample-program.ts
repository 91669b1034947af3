import type ts from "typescript";
import { loadCompiler, type TypeScript } from "../program/compiler.js";
import type { PackageSources } from "../program/package-sources.js";
import { folderOf, type Side } from "../program/sides.js";
import { createTypeProgram } from "../program/type-program.js";
import { type CompleteSample, completeSamples } from "./complete-samples.js";
import type { Sample } from "./sample.js";
import { failureAt, type SampleFailure } from "./sample-failure.js";

/** Samples in one program, with both editions of a package. */
export interface SampleProgram {
  readonly compiler: TypeScript;
  readonly checker: ts.TypeChecker;
  readonly complete: readonly CompleteSample[];
  /** The sample as it is compiled with an edition. */
  fileOf(side: Side, index: number): ts.SourceFile | undefined;
  /** The first thing that the compiler has against it with an edition. */
  failureOf(side: Side, index: number): SampleFailure | undefined;
  /** The sample in JavaScript, with a map of its lines: `./1.js` is the first one. */
  emit(side: Side, index: number): string;
}

export function createSampleProgram(
  old: PackageSources,
  next: PackageSources,
  samples: readonly Sample[],
): SampleProgram {
  const compiler = loadCompiler();
  const complete = completeSamples(compiler, old, samples);
  const texts = (["old", "new"] as const).flatMap((side) =>
    complete.map(({ text }, index) => [pathOf(side, index), text] as const),
  );
  const { program } = createTypeProgram(compiler, old, next, new Map(texts));
  const fileOf = (side: Side, index: number): ts.SourceFile | undefined => program.getSourceFile(pathOf(side, index));
  return {
    compiler,
    checker: program.getTypeChecker(),
    complete,
    fileOf,
    failureOf: (side, index) => {
      const [file, sample] = [fileOf(side, index), samples[index]];
      if (file === undefined || sample === undefined) return undefined;
      const [first] = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return first && describe(compiler, sample, first);
    },
    emit: (side, index) => {
      const texts: string[] = [];
      program.emit(fileOf(side, index), (_, text) => texts.push(text));
      return texts.join("");
    },
  };
}

function pathOf(side: Side, index: number): string {
  return `${folderOf(side)}samples/${index + 1}.ts`;
}

function describe(
  compiler: TypeScript,
  sample: Sample,
  { file, start = 0, messageText }: ts.Diagnostic,
): SampleFailure {
  const { line, character } = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  const text = compiler.flattenDiagnosticMessageText(messageText, "\n");
  return failureAt(sample, "compiles", { line: line + 1, column: character + 1 }, text);
}
