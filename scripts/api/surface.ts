import path from "node:path";
import ts from "typescript";
import type { Entry, PublicPackage } from "./entry.js";
import { firstSentence, signatureOf } from "./signature.js";

/** A name that an entry exports. */
export interface ExportedName {
  readonly name: string;
  /** Whether there is something of it at run time. */
  readonly isValue: boolean;
}

export interface EntrySurface {
  readonly specifier: string;
  /** Undefined where it is a file of data. */
  readonly names: readonly ExportedName[] | undefined;
}

/** Something that is declared, once, however many entries export it. */
export interface Declared {
  readonly name: string;
  /** Other names under which it is exported, or which other declarations have for it. */
  readonly otherNames: readonly string[];
  /** The package that declares it. */
  readonly origin: string;
  readonly isExported: boolean;
  readonly about: string | undefined;
  /** More than one for overloads, and where a type and a value have the same name. */
  readonly signatures: readonly string[];
}

/** All that can be imported of a package, and the declarations of its own that are read along with it. */
export interface Surface {
  readonly entries: readonly EntrySurface[];
  readonly declared: readonly Declared[];
}

/** Reads the surface of built packages. Rejects where a name leads nowhere: what it leads to is not built. */
export async function readSurfaces(packages: readonly PublicPackage[]): Promise<readonly Surface[]> {
  const files = packages.flatMap(({ entries }) => entries.flatMap(({ module }) => module?.declarations ?? []));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: [],
    skipLibCheck: true,
    noEmit: true,
  });
  const surfaces: Surface[] = [];
  for (const one of packages) surfaces.push(await new SurfaceReader(program, packages, one).read());
  return surfaces;
}

class SurfaceReader {
  readonly #checker: ts.TypeChecker;
  /** By what is declared, the names that it has. */
  readonly #exported = new Map<ts.Symbol, Set<string>>();
  readonly #reached = new Map<ts.Symbol, Set<string>>();

  constructor(
    private readonly program: ts.Program,
    private readonly packages: readonly PublicPackage[],
    private readonly one: PublicPackage,
  ) {
    this.#checker = program.getTypeChecker();
  }

  async read(): Promise<Surface> {
    const entries: EntrySurface[] = [];
    for (const entry of this.one.entries) entries.push(await this.#readEntry(entry));
    for (const symbol of this.#exported.keys()) if (this.#originOf(symbol) === this.one.name) this.#reach(symbol);
    const declared = [...this.#exported.keys(), ...this.#reached.keys()].map((symbol) => this.#declare(symbol));
    return { entries, declared };
  }

  async #readEntry({ specifier, module }: Entry): Promise<EntrySurface> {
    if (module === undefined) return { specifier, names: undefined };
    const file = this.program.getSourceFile(module.declarations);
    const symbol = file && this.#checker.getSymbolAtLocation(file);
    if (symbol === undefined) throw new Error(`${specifier}: ${module.declarations} is missing. Run npm run build.`);
    const values = new Set(Object.keys(await import(module.script)));
    const names = this.#checker.getExportsOfModule(symbol).map((exported) => {
      const target = this.#follow(exported);
      if (target.declarations === undefined)
        throw new Error(`${specifier}: ${exported.name} leads nowhere. Run npm run build.`);
      add(this.#exported, target, exported.name);
      return { name: exported.name, isValue: values.has(exported.name) };
    });
    return { specifier, names };
  }

  /** Collects the package's own declarations that a declaration names, and those that these name. */
  #reach(symbol: ts.Symbol): void {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) this.#reachName(node);
      ts.forEachChild(node, visit);
    };
    for (const declaration of symbol.declarations ?? []) ts.forEachChild(declaration, visit);
  }

  #reachName(node: ts.Identifier): void {
    const found = this.#checker.getSymbolAtLocation(node);
    const target = found && this.#follow(found);
    if (target === undefined || !isTopLevel(target) || this.#originOf(target) !== this.one.name) return;
    if (this.#exported.has(target)) add(this.#exported, target, node.text);
    else {
      const isNew = !this.#reached.has(target);
      add(this.#reached, target, node.text);
      if (isNew) this.#reach(target);
    }
  }

  #declare(symbol: ts.Symbol): Declared {
    const names = this.#exported.get(symbol) ?? this.#reached.get(symbol) ?? [];
    return {
      name: symbol.name,
      otherNames: [...names].filter((name) => name !== symbol.name),
      origin: this.#originOf(symbol),
      isExported: this.#exported.has(symbol),
      about: firstSentence(symbol, this.#checker),
      signatures: (symbol.declarations ?? []).map(signatureOf),
    };
  }

  #follow(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  /** The package whose file declares it: by its name if it is one of ours, else by what follows `node_modules`. */
  #originOf({ declarations = [] }: ts.Symbol): string {
    const file = declarations[0]?.getSourceFile().fileName ?? "";
    const ours = this.packages.find(({ home }) => file.startsWith(`${home.split(path.sep).join("/")}/`));
    return ours?.name ?? /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file;
  }
}

function isTopLevel({ declarations = [] }: ts.Symbol): boolean {
  const [first] = declarations;
  if (first === undefined) return false;
  const statement = ts.isVariableDeclaration(first) ? first.parent.parent : first;
  return statement.parent !== undefined && ts.isSourceFile(statement.parent);
}

function add(names: Map<ts.Symbol, Set<string>>, symbol: ts.Symbol, name: string): void {
  const set = names.get(symbol) ?? new Set();
  names.set(symbol, set.add(name));
}
