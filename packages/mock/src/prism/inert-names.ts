import type { PrismOperation } from "./prism-operation.js";

/** What Prism says of a part of a request. */
interface Told {
  readonly path?: string[];
  readonly message: string;
}

/** The names of the path parameters of an operation that Prism has other names for, by these. */
const known = new WeakMap<PrismOperation, ReadonlyMap<string, string>>();

/** What is only a name, for the regular expressions and the URI templates by which Prism reads a path: not the `.` of `{user.id}`, nor a sign of RFC 6570. */
const plain = /^[\w-]+$/;

/** A path template in which Prism finds each parameter. */
export function inertPath(template: string): string {
  return template.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => `{${inertName(name)}}`);
}

/** A name in which each character that is more than a part of a name is written as its number. */
export function inertName(name: string): string {
  if (plain.test(name)) return name;
  return [...name].map((character) => (plain.test(character) ? character : `_${hex(character)}_`)).join("");
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

/** Gives the path parameters of an operation the names that they have in its inert path. */
export function nameInertly(operation: PrismOperation): void {
  const names = new Map<string, string>();
  for (const parameter of operation.request?.path ?? []) {
    const inert = inertName(parameter.name);
    if (inert === parameter.name) continue;
    names.set(inert.toLowerCase(), parameter.name);
    parameter.name = inert;
  }
  known.set(operation, names);
}

/** The name of a path parameter as the document has it. */
export function nameInDocument(operation: PrismOperation, name: string): string {
  return known.get(operation)?.get(name.toLowerCase()) ?? name;
}

/** What Prism says of a request, with the names that the document has. */
export function withNames<One extends Told>(operation: PrismOperation, told: One): One {
  const names = known.get(operation) ?? new Map<string, string>();
  const [place, name, ...inside] = told.path ?? [];
  if (place !== "path" || names.size === 0) return told;
  const message = [...names].reduce((text, [inert, own]) => text.replaceAll(inert, () => own), told.message);
  const path = name === undefined ? [place] : [place, nameInDocument(operation, name), ...inside];
  return { ...told, path, message };
}
