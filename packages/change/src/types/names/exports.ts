import type ts from "typescript";
import { splitPath } from "../program/sides.js";
import type { Edition, TypeProgram } from "../program/type-program.js";

/** What a package hands out under one name, by one entry or by several. */
export interface Export {
  readonly name: string;
  readonly symbol: ts.Symbol;
  /** `.`, `./users`. */
  readonly entries: readonly string[];
  readonly declaration: ts.Declaration | undefined;
  /** The path of the module that declares it; undefined for what is the runtime's. */
  readonly module: string | undefined;
}

/** Everything that a package hands out, in the order of its entries. What two entries call by one name need not be one thing. */
export function readExports({ checker, ts }: TypeProgram, { modules }: Edition): readonly Export[] {
  const found = new Map<string, Export & { readonly entries: string[] }>();
  for (const [entry, file] of modules) {
    const module = checker.getSymbolAtLocation(file);
    for (const exported of module === undefined ? [] : checker.getExportsOfModule(module)) {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      const declaration = symbol.declarations?.[0];
      const key = `${exported.name} ${declaration?.getSourceFile().fileName}`;
      const known = found.get(key);
      if (known !== undefined) known.entries.push(entry);
      else
        found.set(key, { name: exported.name, symbol, entries: [entry], declaration, module: moduleOf(declaration) });
    }
  }
  return [...found.values()];
}

function moduleOf(declaration: ts.Declaration | undefined): string | undefined {
  return declaration && splitPath(declaration.getSourceFile().fileName)?.path;
}

/** Whether something belongs to the operations of a package: a function, its input or its result. */
export function isOfOperations({ module }: Export): boolean {
  return module !== undefined && /\/generated\/operations\//.test(module);
}

/** Whether a module of a package declares something, in source or in declarations. */
export function isFromModule({ module }: Export, name: string): boolean {
  return module?.endsWith(`/generated/${name}.ts`) === true || module?.endsWith(`/generated/${name}.d.ts`) === true;
}
