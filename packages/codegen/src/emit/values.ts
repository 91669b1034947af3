import type { Enumeration, ListedValue } from "@facsimile/document";
import type { Code } from "../print/index.js";
import {
  assignment,
  code,
  comment,
  entry,
  identifier,
  lines,
  literal,
  openObjectLiteral,
  paragraphs,
} from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import type { Scope } from "./scope.js";

/**
 * values.ts: the values of enumerations, for use at run time. Those that say the same are declared once, by the name of the first. Undefined where
 * the document lists none.
 */
export function emitValues(scope: Scope): ModuleSource | undefined {
  const { enumerations } = scope.api;
  if (enumerations.length === 0) return undefined;
  const alike = groupAlike(enumerations);
  const firsts = alike.map(([first]) => first);
  return {
    body: paragraphs(...firsts.map((one) => emitEnumeration(scope, one))),
    // Each is a value and a type of one name, which an export hands on together.
    types: [],
    values: firsts.map(({ name }) => name),
    constants: [],
    aliases: new Map(alike.flatMap(([first, ...others]) => others.map(({ name }) => [name, first.name] as const))),
  };
}

function groupAlike(enumerations: readonly Enumeration[]): readonly (readonly [Enumeration, ...Enumeration[]])[] {
  const groups = new Map<string, [Enumeration, ...Enumeration[]]>();
  for (const one of enumerations) {
    const key = JSON.stringify([one.description, one.values]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function emitEnumeration(scope: Scope, { name, path, description, values }: Enumeration): Code {
  const local = identifier(scope.names.local(name));
  return code`
    ${comment(description ?? `The values of \`${path}\`.`)}
    ${declaration(scope, "const", name)} = ${openObjectLiteral(entries(values))} as const;
    ${assignment(declaration(scope, "type", name), code`(typeof ${local})[keyof typeof ${local}]`)};
  `;
}

function entries(values: readonly ListedValue[]): readonly Code[] {
  const taken = new Set<string>();
  return values.map(({ value, name, description }) => {
    let key = name ?? String(value);
    while (taken.has(key)) key += "_";
    taken.add(key);
    const docs = comment(description);
    const member = entry(key, literal(value));
    return docs === undefined ? member : lines(docs, member);
  });
}
