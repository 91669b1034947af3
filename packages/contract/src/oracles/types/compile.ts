import ts from "typescript";

/** An error of the compiler. */
export interface CompilerError {
  /** From 0. */
  readonly line: number;
  readonly message: string;
}

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: false,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** Compiles a module that is not on disk, as if it were at that path. */
export function compile(path: string, text: string): readonly CompilerError[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const isOurs = (name: string): boolean => name === path;
  host.fileExists = (name) => isOurs(name) || fileExists.call(host, name);
  host.readFile = (name) => (isOurs(name) ? text : readFile.call(host, name));
  host.getSourceFile = (name, ...rest) =>
    isOurs(name) ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  return diagnostics.map(({ file, start, messageText }) => ({
    line: file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
