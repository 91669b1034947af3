import type ts from "typescript";
import type { TypeScript } from "../program/compiler.js";
import type { PackageSources } from "../program/package-sources.js";
import { folderOf } from "../program/sides.js";
import { createTypeProgram } from "../program/type-program.js";
import type { Sample } from "./sample.js";

/** A sample as a module that stands alone. */
export interface CompleteSample {
  /** Its own text, and after it what it lacks: its lines keep their numbers. */
  readonly text: string;
  /** The names that it leaves to the reader, or to the platform. */
  readonly left: readonly string[];
  /** The samples whose names it takes: their indexes. */
  readonly needs: readonly number[];
}

/** Each sample declares what it leaves to the reader, imports what an earlier one has made, and hands on what it makes itself. */
export function completeSamples(
  compiler: TypeScript,
  old: PackageSources,
  samples: readonly Sample[],
): readonly CompleteSample[] {
  const paths = samples.map((_, index) => `${folderOf("old")}samples/${index + 1}.ts`);
  const texts = new Map(samples.map(({ text }, index) => [paths[index] ?? "", `${text}\nexport {};\n`]));
  const { program } = createTypeProgram(compiler, old, old, texts);
  const makers = new Map<string, number>();
  return samples.map(({ text }, index) => {
    const file = program.getSourceFile(paths[index] ?? "");
    if (file === undefined) return { text, left: [], needs: [] };
    const missing = missingNames(program, file);
    const own = ownNames(compiler, program.getTypeChecker(), file);
    const makersOf = missing.map((name) => makers.get(name));
    const lines = missing.map((name, at) => declare(name, makersOf[at]));
    for (const name of own) makers.set(name, index);
    return {
      text: `${text}\n${lines.join("\n")}\nexport { ${own.join(", ")} };\n`,
      left: missing.filter((_, at) => makersOf[at] === undefined),
      needs: [...new Set(makersOf.filter((maker) => maker !== undefined))],
    };
  });
}

/** What is left to the reader is `any`: it is given, called and read. What is `unknown` fits nowhere, and what is `never` has no properties. */
function declare(name: string, maker: number | undefined): string {
  return maker === undefined ? `declare const ${name}: any;` : `import { ${name} } from "./${maker + 1}.js";`;
}

/** "Cannot find name", also with a suggestion or of what is Node's, and "No value exists in scope for the shorthand property". */
const notFound: ReadonlySet<number> = new Set([2304, 2552, 2580, 2591, 18_004]);

function missingNames(program: ts.Program, file: ts.SourceFile): readonly string[] {
  const diagnostics = program.getSemanticDiagnostics(file).filter(({ code }) => notFound.has(code));
  const names = diagnostics.map(({ start = 0, length = 0 }) => file.text.slice(start, start + length));
  return [...new Set(names)].filter((name) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));
}

/** What a module declares or imports at its top, and does not export itself. */
function ownNames(compiler: TypeScript, checker: ts.TypeChecker, file: ts.SourceFile): readonly string[] {
  const { Value, Type, Namespace, Alias } = compiler.SymbolFlags;
  const module = checker.getSymbolAtLocation(file);
  const exported = new Set(module === undefined ? [] : checker.getExportsOfModule(module).map(({ name }) => name));
  const visible = checker.getSymbolsInScope(file, Value | Type | Namespace | Alias);
  const own = visible.filter(({ declarations }) => declarations?.some((one) => one.getSourceFile() === file));
  return own.map(({ name }) => name).filter((name) => !exported.has(name));
}
