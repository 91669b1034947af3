import type { Code } from "../print/index.js";
import { choice, code, empty, group, identifier, indent, join, line, memberName, sequence } from "../print/index.js";
import type { Scope } from "./scope.js";

/** A module of a package, before it is printed. */
export interface ModuleSource {
  readonly body: Code;
  /** The types that it hands out. */
  readonly types: readonly string[];
  /** The functions that it hands out. */
  readonly values: readonly string[];
  /** What else it declares. */
  readonly constants: readonly string[];
}

/** The beginning of a declaration that its module hands out: `export interface User`, or `interface Record_`, which {@link exportsOf} exports. */
export function declaration({ names }: Scope, keyword: "interface" | "type" | "function", name: string): Code {
  const local = names.local(name);
  return sequence(local === name ? code`export ` : empty, keywords[keyword], identifier(local));
}

const keywords = { interface: code`interface `, type: code`type `, function: code`function ` } as const;

/** What a module declares, and what each is called in it. */
export function declares({ names }: Scope, { types, values, constants }: ModuleSource): ReadonlyMap<string, string> {
  return new Map([
    ...[...types, ...values].map((name): [string, string] => [name, names.local(name)]),
    ...constants.map((name): [string, string] => [name, name]),
  ]);
}

/** The exports of what a module hands out under another name than it is declared under. */
export function exportsOf({ names }: Scope, { types, values }: ModuleSource): readonly Code[] {
  const renamed = (all: readonly string[]): readonly string[] => all.filter((name) => names.local(name) !== name);
  const listed = (all: readonly string[]): Code =>
    exportList(all.map((name) => code`${identifier(names.local(name))} as ${memberName(name)}`));
  const [renamedTypes, renamedValues] = [renamed(types), renamed(values)];
  return [
    ...(renamedTypes.length === 0 ? [] : [code`export type ${listed(renamedTypes)};`]),
    ...(renamedValues.length === 0 ? [] : [code`export ${listed(renamedValues)};`]),
  ];
}

/** `{ a, b as c }`: on one line where it fits. */
export function exportList(names: readonly Code[]): Code {
  return group(code`{`, indent(line, join(sequence(code`,`, line), names)), choice(code`,`), line, code`}`);
}
