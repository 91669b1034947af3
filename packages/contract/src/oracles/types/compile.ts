import ts from "typescript";

/** An error of the compiler. */
export interface CompilerError {
  /** From 0. */
  readonly line: number;
  /** In the line, from 0. */
  readonly column: number;
  readonly message: string;
}

/** Texts by path, in place of what is on disk there. */
export type Overlay = ReadonlyMap<string, string>;

/** Compiles a module that is not on disk, as if it were at that path. */
export type Compile = (path: string, text: string, overlay?: Overlay) => readonly CompilerError[];

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** A compiler that reads each file of the disk once, however often it compiles. */
export function createCompiler(): Compile {
  const host = ts.createCompilerHost(options);
  const parsed = new Map<string, ts.SourceFile | undefined>();
  let previous: ts.Program | undefined;
  return (path, text, overlay = new Map()) => {
    const texts = new Map([...overlay, [path, text]]);
    // Where files are the same as before, what they import was found before.
    const program = ts.createProgram([path], options, withTexts(host, texts, parsed), previous);
    previous = program;
    const source = program.getSourceFile(path);
    return [
      ...program.getOptionsDiagnostics(),
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(toError);
  };
}

function withTexts(
  host: ts.CompilerHost,
  texts: Overlay,
  parsed: Map<string, ts.SourceFile | undefined>,
): ts.CompilerHost {
  return {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile: (name, version, ...rest) => {
      const text = texts.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, version);
      if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, version, ...rest));
      return parsed.get(name);
    },
  };
}

function toError({ file, start, messageText }: ts.Diagnostic): CompilerError {
  const { line, character } =
    file === undefined || start === undefined ? { line: 0, character: 0 } : file.getLineAndCharacterOfPosition(start);
  return { line, column: character, message: ts.flattenDiagnosticMessageText(messageText, "\n") };
}
