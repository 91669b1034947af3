import type { Code } from "../print/index.js";
import {
  choice,
  code,
  compareNames,
  empty,
  group,
  identifier,
  indent,
  join,
  line,
  memberName,
  sequence,
} from "../print/index.js";
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
  /** Other names that it hands out, each with the one that it declares. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** The beginning of a declaration that its module hands out: `export interface User`, or `interface Record_`, which {@link exportsOf} exports. */
export function declaration(
  { names }: Scope,
  keyword: "interface" | "type" | "function" | "const",
  name: string,
): Code {
  const local = names.local(name);
  return sequence(local === name ? code`export ` : empty, keywords[keyword], identifier(local));
}

const keywords = {
  interface: code`interface `,
  type: code`type `,
  function: code`function `,
  const: code`const `,
} as const;

/** What a module declares, and what each is called in it. */
export function declares({ names }: Scope, { types, values, constants }: ModuleSource): ReadonlyMap<string, string> {
  return new Map([
    ...[...types, ...values].map((name): [string, string] => [name, names.local(name)]),
    ...constants.map((name): [string, string] => [name, name]),
  ]);
}

/** The exports of what a module hands out under another name than it is declared under. */
export function exportsOf({ names }: Scope, { types, values, aliases = new Map() }: ModuleSource): readonly Code[] {
  const listed = (pairs: readonly (readonly [name: string, declared: string])[]): Code =>
    exportList(pairs.map(([name, declared]) => code`${identifier(declared)} as ${memberName(name)}`));
  const renamed = (all: readonly string[]): readonly (readonly [string, string])[] =>
    all.map((name) => [name, names.local(name)] as const).filter(([name, declared]) => name !== declared);
  const others = [...aliases].map(([name, declared]) => [name, names.local(declared)] as const);
  const [renamedTypes, renamedValues] = [renamed(types), inOrder([...renamed(values), ...others])];
  return [
    ...(renamedTypes.length === 0 ? [] : [code`export type ${listed(renamedTypes)};`]),
    ...(renamedValues.length === 0 ? [] : [code`export ${listed(renamedValues)};`]),
  ];
}

/** As the formatter has them. */
function inOrder(pairs: readonly (readonly [name: string, declared: string])[]): typeof pairs {
  return pairs.toSorted(([one, a], [other, b]) => compareNames(a, b) || compareNames(one, other));
}

/** `{ a, b as c }`: on one line where it fits. */
export function exportList(names: readonly Code[]): Code {
  return group(code`{`, indent(line, join(sequence(code`,`, line), names)), choice(code`,`), line, code`}`);
}
