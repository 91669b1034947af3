import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type ts from "typescript";
import type { TypeScript } from "./compiler.js";
import type { PackageSources } from "./package-sources.js";
import { type SidePackage, Sides, splitPath, type Users } from "./sides.js";
import { parse, parseLibrary } from "./source-files.js";

/** Two editions of a package in one program. */
export interface TypeProgram {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly old: Edition;
  readonly new: Edition;
}

export interface Edition extends SidePackage {
  /** The modules that the package can be imported by: `.`, `./users`. */
  readonly modules: ReadonlyMap<string, ts.SourceFile>;
}

/** Makes a program of both editions. Only the runtimes' declarations and the compiler's libraries are read from the disk; nothing is written. */
export function createTypeProgram(
  ts: TypeScript,
  old: PackageSources,
  next: PackageSources,
  users: Users = new Map(),
): TypeProgram {
  const sides = new Sides(old, next, users);
  const rootNames = [...new Set([...sides.entryPaths("old"), ...sides.entryPaths("new"), ...users.keys()])];
  const program = ts.createProgram({ rootNames, options: optionsOf(ts), host: hostOf(ts, sides) });
  const edition = (side: "old" | "new"): Edition => {
    const { entries } = sides.packages[side];
    const modules = [...entries].flatMap(([entry, path]): [string, ts.SourceFile][] => {
      const file = program.getSourceFile(sides.virtualPath(side, path));
      return file === undefined ? [] : [[entry, file]];
    });
    return { ...sides.packages[side], modules: new Map(modules) };
  };
  return { ts, program, checker: program.getTypeChecker(), old: edition("old"), new: edition("new") };
}

function optionsOf(ts: TypeScript): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    inlineSourceMap: true,
  };
}

function hostOf(ts: TypeScript, sides: Sides): ts.CompilerHost {
  const libraries = dirname(createRequire(import.meta.url).resolve("typescript"));
  const textOf = (path: string): string | undefined => sides.textOf(path);
  return {
    getSourceFile: (path) => {
      if (dirname(path) === libraries) return parseLibrary(ts, path, () => textOnDisk(path));
      const text = textOf(path) ?? textOnDisk(path);
      return text === undefined ? undefined : parse(ts, path, text);
    },
    getDefaultLibFileName: () => join(libraries, "lib.d.ts"),
    getDefaultLibLocation: () => libraries,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => textOf(path) !== undefined,
    readFile: textOf,
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, importer) =>
      literals.map(({ text }) => ({ resolvedModule: moduleAt(ts, sides.resolve(text, importer)) })),
  };
}

function moduleAt(ts: TypeScript, path: string | undefined): ts.ResolvedModuleFull | undefined {
  if (path === undefined) return undefined;
  const extension = path.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts;
  return { resolvedFileName: path, extension, isExternalLibraryImport: splitPath(path) === undefined };
}

function textOnDisk(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
