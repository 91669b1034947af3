import { join } from "node:path";
import ts from "typescript";
import type { BuiltPackage } from "./build-package.js";

/** As strict as a compiler can be told to be. Names that are not used are looked for elsewhere. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Compiles the modules of some packages, which are nowhere on the disk. Answers what the compiler says. */
export function compile(packages: readonly BuiltPackage["files"][]): readonly string[] {
  const modules = new Map(
    packages.flatMap((files, index) =>
      [...files]
        .filter(([path]) => path.startsWith("src/"))
        .map(([path, text]) => [join(import.meta.dirname, `package-${index}`, path), text] as const),
    ),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile, directoryExists } = host;
  host.directoryExists = (path) => path.startsWith(import.meta.dirname) || (directoryExists?.(path) ?? true);
  host.fileExists = (file) => modules.has(file) || fileExists(file);
  host.readFile = (file) => modules.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = modules.get(file);
    return text === undefined
      ? libraryFile(file, () => getSourceFile(file, ...rest))
      : ts.createSourceFile(file, text, ...([rest[0]] as const));
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

const libraries = new Map<string, ts.SourceFile | undefined>();

/** The declarations of the platform and the runtime are read once. */
function libraryFile(file: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!libraries.has(file)) libraries.set(file, read());
  return libraries.get(file);
}
