import { isObject } from "@facsimile/document";

/** A value with what is given in it: objects member by member, all else as a whole. Undefined takes a member away. */
export function merge(value: unknown, given: unknown): unknown {
  if (given === undefined) return value;
  if (!isObject(value) || !isObject(given)) return given;
  const members = Object.entries(given).map(([name, member]) => [name, merge(value[name], member)] as const);
  const removed = Object.entries(given).flatMap(([name, member]) => (member === undefined ? [name] : []));
  const all = Object.entries({ ...value, ...Object.fromEntries(members) });
  return Object.fromEntries(all.filter(([name]) => !removed.includes(name)));
}
