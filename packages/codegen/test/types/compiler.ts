import { join } from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** Compiles modules that are nowhere on the disk. */
export function programOf(modules: ReadonlyMap<string, string>): ts.Program {
  const files = new Map([...modules].map(([path, text]) => [fileOf(path), text]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.directoryExists = () => true;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, target) => {
    const text = files.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, target, true);
    if (!libraries.has(file)) libraries.set(file, getSourceFile(file, target));
    return libraries.get(file);
  };
  return ts.createProgram([...files.keys()], options, host);
}

export function fileOf(path: string): string {
  return join(import.meta.dirname, "compiled", path);
}

/** What the compiler says of the lines of a module, which count from 0. */
export function errorsByLine(program: ts.Program, path: string): ReadonlyMap<number, string> {
  const source = program.getSourceFile(fileOf(path));
  const errors = new Map<number, string>();
  for (const { start, messageText } of ts.getPreEmitDiagnostics(program, source)) {
    const line = source?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
    errors.set(line, ts.flattenDiagnosticMessageText(messageText, " "));
  }
  return errors;
}
