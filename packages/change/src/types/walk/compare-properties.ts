import type ts from "typescript";
import type { Pair } from "./pair.js";
import type { Pairs, PropertyRules } from "./pairs.js";
import { report } from "./report.js";
import { type Subject, stepTo } from "./subject.js";
import type { Types } from "./types.js";

/** Compares two objects property by property, and the types of these later. */
export function compareProperties(
  types: Types,
  pairs: Pairs,
  pair: Pair,
  old: ts.Type,
  next: ts.Type,
  { renamed = new Map(), ignored = new Set() }: PropertyRules = {},
): void {
  const [before, after] = [types.propertiesOf(old), types.propertiesOf(next)];
  for (const [name, property] of before) {
    if (ignored.has(name)) continue;
    const other = after.get(renamed.get(name) ?? name);
    const subject = stepTo(pair.subject, name, { old: property.declarations?.[0], new: other?.declarations?.[0] });
    if (other === undefined) reportRemoved(types, pairs, pair, { old, next, property, subject });
    else compareProperty(types, pairs, pair, { old, next, property, other, subject });
  }
  if (pair.direction === "read") return;
  const known = new Set([...before.keys()].map((name) => renamed.get(name) ?? name));
  for (const [name, property] of after) {
    if (known.has(name) || types.isOptional(property)) continue;
    const subject = stepTo(pair.subject, name, { old: undefined, new: property.declarations?.[0] });
    report(pair, "input-required", "breaking", "is new and required", subject);
  }
}

interface Removed {
  readonly old: ts.Type;
  readonly next: ts.Type;
  readonly property: ts.Symbol;
  readonly subject: Subject;
}

function reportRemoved(types: Types, pairs: Pairs, pair: Pair, { old, next, property, subject }: Removed): void {
  const shape = types.propertyShape(old, property);
  const index = types.checker.getIndexInfosOfType(next).find(({ keyType }) => types.isText(keyType));
  if (index !== undefined)
    pairs.meet(shape, { type: index.type, withoutUndefined: false }, pair.direction, subject, pair);
  if (index !== undefined || types.isNothing(shape)) return;
  if (pair.direction === "given") report(pair, "input-removed", "breaking", "is no longer taken", subject);
  else report(pair, "result-removed", "breaking", "is gone", subject);
}

interface Kept extends Removed {
  readonly other: ts.Symbol;
}

function compareProperty(types: Types, pairs: Pairs, pair: Pair, { old, next, property, other, subject }: Kept): void {
  const [wasOptional, isOptional] = [types.isOptional(property), types.isOptional(other)];
  const [before, after] = [types.propertyShape(old, property), types.propertyShape(next, other)];
  if (pair.direction === "given" && wasOptional && !isOptional && !asksInside(types, before.type, after.type))
    report(pair, "input-required", "breaking", "is required now", subject);
  if (pair.direction === "read" && !wasOptional && isOptional)
    report(pair, "result-optional", "breaking", "may be absent now", subject);
  const { newName } = subject.root.kind === "named" ? subject.root : { newName: "" };
  if (property.name !== other.name) {
    const words = `is now called \`${other.name}\`${newName === "" ? "" : ` in \`${newName}\``}`;
    report(pair, "input-renamed", "breaking", words, subject);
  }
  pairs.meet(before, after, pair.direction, subject, pair);
}

/** Whether it is required for what it holds, which is said by itself. */
function asksInside(types: Types, old: ts.Type, next: ts.Type): boolean {
  if (!types.isObject(next) || types.isArray(next) || types.nameOf(next) !== undefined) return false;
  const before = types.propertiesOf(old);
  return [...types.propertiesOf(next)].some(([name, property]) => {
    const known = before.get(name);
    return !types.isOptional(property) && (known === undefined || types.isOptional(known));
  });
}
