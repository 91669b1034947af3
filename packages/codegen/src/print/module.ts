import type { Code, ImportedName } from "./code.js";
import { choice, group, indent, join, line, paragraphs, sequence, text } from "./code.js";
import { isIdentifier } from "./identifier.js";
import { literal } from "./literal.js";
import { compareModules, compareNames } from "./order.js";
import { render } from "./render.js";

/** The columns of a line: what the formatter of the generated packages is set to. */
const width = 120;

/** The source of a module, before its imports are known. */
export interface Module {
  /** How other modules of the package import it: what is imported from there is its own. */
  readonly specifier: string;
  /** The first line, a comment. */
  readonly header: Code;
  /** What the module declares at its top level, and what each is called there; an import of such a name gets another one. */
  readonly declares: ReadonlyMap<string, string>;
  /** What else no import can be called, beside reserved words: what the body means by these names is something else. */
  readonly reserved: ReadonlySet<string>;
  readonly body: Code;
}

/** The text of a module: its header, an import of every name that it mentions, and its body. */
export function printModule(module: Module): string {
  const mentioned = collectImports(module.body);
  const own = mentioned.filter((name) => name.from === module.specifier);
  const imports = mentioned.filter((name) => name.from !== module.specifier);
  const taken = new Set([...module.declares.values(), ...module.reserved]);
  const locals = new Map([
    ...own.map((name): [string, string] => [keyOf(name), module.declares.get(name.name) ?? name.name]),
    ...localNames(imports, taken),
  ]);
  const source = paragraphs(
    module.header,
    ...(imports.length === 0 ? [] : [importStatements(module.specifier, imports, locals)]),
    module.body,
  );
  return `${render(source, width, (name) => locals.get(keyOf(name)) ?? name.name)}\n`;
}

/** Every name that a piece mentions, once; for its type only where all mentions are. */
function collectImports(piece: Code): readonly ImportedName[] {
  const found = new Map<string, ImportedName>();
  const visit = (next: Code): void => {
    if (next.kind === "import") {
      const before = found.get(keyOf(next));
      if (before === undefined || before.typeOnly) found.set(keyOf(next), next);
    } else if (next.kind === "sequence") next.items.forEach(visit);
    else if (next.kind === "group" || next.kind === "indent") visit(next.content);
    else if (next.kind === "choice") visit(next.flat);
  };
  visit(piece);
  return [...found.values()];
}

function keyOf(name: ImportedName): string {
  return `${name.from}#${name.name}`;
}

function localNames(imports: readonly ImportedName[], others: ReadonlySet<string>): ReadonlyMap<string, string> {
  const taken = new Set(others);
  const locals = new Map<string, string>();
  const isFree = (name: string): boolean => isIdentifier(name) && !taken.has(name);
  for (const name of imports) {
    let local = isFree(name.name) ? name.name : name.alias;
    while (!isFree(local)) local += "_";
    taken.add(local);
    locals.set(keyOf(name), local);
  }
  return locals;
}

function importStatements(
  importer: string,
  imports: readonly ImportedName[],
  locals: ReadonlyMap<string, string>,
): Code {
  const byPath = new Map<string, ImportedName[]>();
  for (const name of imports) {
    const path = pathFrom(importer, name.from);
    const names = byPath.get(path);
    if (names === undefined) byPath.set(path, [name]);
    else names.push(name);
  }
  const paths = [...byPath.keys()].sort(byModule);
  const statements = paths.map((path) => importStatement(path, byPath.get(path) ?? [], locals));
  return join({ kind: "line", flat: undefined }, statements);
}

function importStatement(from: string, names: readonly ImportedName[], locals: ReadonlyMap<string, string>): Code {
  const typeOnly = names.every((name) => name.typeOnly);
  const specifiers = names
    .map((name) => ({ ...name, local: locals.get(keyOf(name)) ?? name.name }))
    .sort((one, other) => compareNames(one.local, other.local))
    .map(({ name, local, typeOnly: single }) => {
      const source = local === name ? name : `${name} as ${local}`;
      return text(single && !typeOnly ? `type ${source}` : source);
    });
  const list = group(
    text("{"),
    indent(line, join(sequence(text(","), line), specifiers)),
    choice(text(",")),
    line,
    text("}"),
  );
  return sequence(text(typeOnly ? "import type " : "import "), list, text(" from "), literal(from), text(";"));
}

/** A module of the package as another one of it imports it; packages are imported by their name. */
function pathFrom(importer: string, module: string): string {
  if (!module.startsWith("./")) return module;
  const depth = importer.split("/").length - 2;
  return depth <= 0 ? module : `${"../".repeat(depth)}${module.slice(2)}`;
}

/** Packages before files. */
function byModule(one: string, other: string): number {
  return Number(one.startsWith(".")) - Number(other.startsWith(".")) || compareModules(one, other);
}

/** The text of a piece that imports nothing, such as an example. */
export function printFragment(piece: Code): string {
  return render(piece, 100, (name) => name.name);
}
