import {
  child,
  componentOf,
  type Direction,
  isObject,
  type Json,
  type JsonObject,
  type SchemaNode,
  type SchemaPart,
} from "@facsimile/document";
import { isWrittenSame } from "../../sets/spelling.js";
import { inWords } from "../words.js";
import type { Pair } from "./pair.js";

interface Stated {
  readonly value: Json | undefined;
  readonly pointer: string | undefined;
}

/** The value of a keyword in the first part that has it, and where it is, or else where it would be. */
function statedBy(parts: readonly SchemaPart[], keyword: string): Stated {
  const part = parts.find(({ keywords }) => keywords[keyword] !== undefined);
  return {
    value: part?.keywords[keyword],
    pointer: part === undefined ? parts[0]?.pointer : `${part.pointer}/${keyword}`,
  };
}

/** A default is what a server takes where callers leave a value out. In answers it is documentation. */
export function compareDefaults(
  pair: Pair,
  subject: string,
  old: readonly SchemaPart[],
  next: readonly SchemaPart[],
): void {
  if (pair.direction === "response") return;
  const [was, is] = [statedBy(old, "default"), statedBy(next, "default")];
  if (isWrittenSame(pair.old.spelling, was.value, is.value)) return;
  const edit = was.value === undefined ? "added" : is.value === undefined ? "removed" : "changed";
  pair.report(`default-${edit}`, { old: was.pointer, new: is.pointer }, defaultInWords(subject, was, is));
}

/** A default of what is always there says something to people alone. The ledger keeps it where no caller may leave the value out. */
export function documentDefaults(pair: Pair, old: readonly SchemaPart[], next: readonly SchemaPart[]): void {
  const [was, is] = [statedBy(old, "default"), statedBy(next, "default")];
  if (isWrittenSame(pair.old.spelling, was.value, is.value)) return;
  const edit = was.value === undefined ? "added" : is.value === undefined ? "removed" : "changed";
  const places = { old: was.pointer, new: is.pointer };
  pair.report(`documentation-${edit}`, places, defaultInWords(pair.subject, was, is), { direction: "none" });
}

function defaultInWords(subject: string, was: Stated, is: Stated): string {
  return `the default of ${subject} is ${inWords(is.value)} now, it was ${inWords(was.value)}`;
}

/** A discriminator tells alternatives apart, and changes none of them: it counts where the same value means another schema. */
export function compareDiscriminators(pair: Pair, old: readonly SchemaPart[], next: readonly SchemaPart[]): void {
  const [was, is] = [statedBy(old, "discriminator"), statedBy(next, "discriminator")];
  if (!isObject(was.value) || !isObject(is.value)) return;
  const isSame =
    was.value.propertyName === is.value.propertyName && was.value.defaultMapping === is.value.defaultMapping;
  const mapping = mappingOf(was.value, old);
  const matters = isSame ? mattersIn(mapping, withOldNames(pair, mapping, mappingOf(is.value, next))) : both;
  if (matters.length === 0) return;
  pair.report(
    "discriminator-changed",
    { old: was.pointer, new: is.pointer },
    `the discriminator of ${pair.subject} is another one now`,
    matters.includes(pair.direction) ? {} : { class: "safe" },
  );
}

const both: readonly Direction[] = ["request", "response"];

/**
 * Where it matters how values are mapped: a value that means another schema, in both directions; one that no longer means a schema, in requests; one that is
 * new for a schema, in answers. The schemas are those of both: what means another one comes or goes with an alternative.
 */
function mattersIn(old: ReadonlyMap<string, string>, next: ReadonlyMap<string, string>): readonly Direction[] {
  if ([...old].some(([value, target]) => next.has(value) && next.get(value) !== target)) return both;
  const targets = [old, next].map((mapping) => new Set(mapping.values()));
  const known = [...old, ...next].filter(([, target]) => targets.every((each) => each.has(target)));
  const lost = known.some(([value]) => !next.has(value));
  const gained = known.some(([value]) => !old.has(value));
  if (lost && gained) return both;
  return lost ? ["request"] : gained ? ["response"] : [];
}

/** The names of schemas are values by themselves, and the mapping adds others (OpenAPI 3.1.1, 4.8.25). */
function mappingOf({ mapping }: JsonObject, parts: readonly SchemaPart[]): ReadonlyMap<string, string> {
  const members = parts.flatMap(({ keywords: { oneOf, anyOf } }) =>
    [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : [])),
  );
  const names = members.flatMap((member: Json) => (isObject(member) ? (componentOf(member.$ref) ?? []) : []));
  const stated = isObject(mapping)
    ? Object.entries(mapping).map(([value, target]) => [value, nameIn(String(target))] as const)
    : [];
  const mapped = new Set(stated.map(([, target]) => target));
  return new Map([...names.filter((name) => !mapped.has(name)).map((name) => [name, name] as const), ...stated]);
}

/** A component that has another name, and takes the same values, is the same one. */
function withOldNames(
  pair: Pair,
  old: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const before = new Map<string, string>();
  for (const [value, target] of next) {
    const was = old.get(value);
    if (was !== undefined && was !== target && isSameComponent(pair, was, target)) before.set(target, was);
  }
  return new Map([...next].map(([value, target]) => [value, before.get(target) ?? target]));
}

function isSameComponent(pair: Pair, old: string, next: string): boolean {
  const [was, is] = [componentUse(old), componentUse(next)];
  if (pair.old.schemas.target(was.value) === undefined || pair.new.schemas.target(is.value) === undefined) return false;
  const forth = pair.inclusion.holds([was], [is]).answer;
  return forth === "yes" && pair.inclusion.reverse.holds([is], [was]).answer === "yes";
}

function componentUse(name: string): SchemaNode {
  const pointer = child("/components/schemas", name);
  return { value: { $ref: `#${pointer}` }, pointer };
}

function nameIn(target: string): string {
  return componentOf(target) ?? target;
}
