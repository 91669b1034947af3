import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";
import { formatTable } from "../table.js";
import { measureScript, median, medianRatio } from "./shared-measure.js";
import type { Consumer } from "./types-package.js";
import { type Program, writePrograms } from "./types-programs.js";

const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
const rounds = 5;

const options = {
  ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
  ...{ target: "es2022", module: "nodenext", lib: ["es2022", "dom", "dom.iterable"] },
};

interface Compilation {
  readonly seconds: number;
  /** Of the compiler's own count. */
  readonly megabytes: number;
}

/** What each program costs a consumer's compiler, in a process of its own, against the empty one. */
export function printCompiler(consumer: Consumer): void {
  const programs = writePrograms(consumer);
  for (const [at, program] of programs.entries()) writeProgram(consumer.folder, at, program);
  const measured = Array.from({ length: rounds }, () => programs.map((_, at) => compile(consumer.folder, at)));
  const lanes = programs.map((_, at) => measured.flatMap((round) => round[at] ?? []));
  const rows = programs.map((program, at) => rowOf(program, lanes[at] ?? [], lanes[0] ?? []));
  const columns = ["time", "of empty", "memory", "of empty"].map((title) => ({ title, align: "right" as const }));
  console.log(formatTable([{ title: "ten calls through" }, ...columns, { title: "aim" }], rows).join("\n"));
}

function writeProgram(folder: string, at: number, { source }: Program): void {
  const config = { compilerOptions: options, files: [`main${at}.mts`] };
  writeFileSync(path.join(folder, `main${at}.mts`), source);
  writeFileSync(path.join(folder, `tsconfig${at}.json`), JSON.stringify(config));
}

function compile(folder: string, at: number): Compilation {
  const run = measureScript(compiler, ["-p", `tsconfig${at}.json`, "--extendedDiagnostics"], folder);
  const [, kilobytes] = /^Memory used: +(\d+)K$/m.exec(run.output) ?? [];
  if (run.failure !== undefined || kilobytes === undefined) throw new Error(`the compiler: ${run.failure}`);
  return { seconds: run.seconds, megabytes: Number(kilobytes) / 1024 };
}

function rowOf(program: Program, own: readonly Compilation[], empty: readonly Compilation[]): string[] {
  const [times, memories] = [secondsOf(own), megabytesOf(own)];
  const time = [`${median(times).toFixed(2)} s`, medianRatio(times, secondsOf(empty)).toFixed(2)];
  const memory = [`${median(memories).toFixed(0)} MB`, medianRatio(memories, megabytesOf(empty)).toFixed(2)];
  return [program.title, ...time, ...memory, aimOf(program)];
}

function aimOf({ time, memory }: Program): string {
  return time === undefined || memory === undefined ? "" : `at most ${time} and ${memory}`;
}

function secondsOf(lane: readonly Compilation[]): number[] {
  return lane.map(({ seconds }) => seconds);
}

function megabytesOf(lane: readonly Compilation[]): number[] {
  return lane.map(({ megabytes }) => megabytes);
}
