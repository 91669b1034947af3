import { choice, group, hardline, indent, join, line, sequence, text } from "./code.js";
import { isIdentifier } from "./identifier.js";
import { literal } from "./literal.js";
import { compareModules, compareNames } from "./order.js";
import type { Code, Imported } from "./piece.js";

/** A name that a module mentions. */
interface Mention {
  /** For its type only where all mentions are. */
  imported: Imported;
  local: string;
}

/** The names that a module mentions, and what each is called there. */
export class Imports {
  /** In the order of their first mention. */
  readonly #mentions: Mention[] = [];
  /** The same, by module and name. */
  readonly #byModule = new Map<string, Map<string, Mention>>();

  constructor(body: Code) {
    this.#collect(body);
  }

  /** Names what the module itself declares as it does, and the rest so that it is called like nothing that is taken. */
  nameLocally(specifier: string, declares: ReadonlyMap<string, string>, others: Iterable<string>): void {
    const taken = new Set(others);
    const isFree = (name: string): boolean => isIdentifier(name) && !taken.has(name);
    for (const mention of this.#mentions) {
      const { name, from, alias } = mention.imported;
      if (from === specifier) mention.local = declares.get(name) ?? name;
      else {
        let local = isFree(name) ? name : alias;
        while (!isFree(local)) local += "_";
        taken.add(local);
        mention.local = local;
      }
    }
  }

  /** Whether every name is called what its module calls it. */
  get keepNames(): boolean {
    return this.#mentions.every(({ imported, local }) => local === imported.name);
  }

  localOf({ name, from }: Imported): string {
    return this.#byModule.get(from)?.get(name)?.local ?? name;
  }

  /** An import of all names from each other module; undefined where there is none. */
  statements(specifier: string): Code | undefined {
    const modules = [...this.#byModule]
      .filter(([from]) => from !== specifier)
      .map(([from, mentions]) => [pathFrom(specifier, from), mentions] as const)
      .sort(([one], [other]) => byModule(one, other));
    const statements = modules.map(([path, mentions]) => importStatement(path, [...mentions.values()]));
    return statements.length === 0 ? undefined : join(hardline, statements);
  }

  #collect(piece: Code): void {
    if (!piece.imports) return;
    if (piece.kind === "import") this.#add(piece.content);
    else if (piece.kind === "sequence") for (const item of piece.items) this.#collect(item);
    else if (piece.kind === "choice") this.#collect(piece.flat);
    else if ("content" in piece) this.#collect(piece.content);
  }

  #add(imported: Imported): void {
    const names = this.#byModule.get(imported.from) ?? new Map<string, Mention>();
    const mention = names.get(imported.name);
    if (mention !== undefined) {
      if (mention.imported.typeOnly) mention.imported = imported;
      return;
    }
    const added = { imported, local: imported.name };
    this.#mentions.push(added);
    this.#byModule.set(imported.from, names.set(imported.name, added));
  }
}

function importStatement(from: string, mentions: readonly Mention[]): Code {
  const typeOnly = mentions.every(({ imported }) => imported.typeOnly);
  const specifiers = [...mentions]
    .sort((one, other) => compareNames(one.local, other.local))
    .map(({ imported, local }) => {
      const source = local === imported.name ? local : `${imported.name} as ${local}`;
      return text(imported.typeOnly && !typeOnly ? `type ${source}` : source);
    });
  const comma = text(",");
  const names = join(sequence(comma, line), specifiers);
  // One name stays on the line, however long that is: the rule of the usual formatters.
  const list =
    specifiers.length === 1
      ? sequence(text("{ "), names, text(" }"))
      : group(text("{"), indent(line, names), choice(comma), line, text("}"));
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
