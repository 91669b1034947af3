import type ts from "typescript";
import { type Pair, shapeOf } from "./pair.js";
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
  const propertiesOf = (type: ts.Type): Properties =>
    pair.direction === "given" ? types.givenPropertiesOf(type) : types.propertiesOf(type);
  const [before, after] = [propertiesOf(old), propertiesOf(next)];
  for (const [name, property] of before) {
    if (ignored.has(name)) continue;
    const other = after.get(renamed.get(name) ?? name);
    const subject = subjectOf(types, pair, property, other);
    if (other === undefined) reportRemoved(types, pairs, pair, { old, next, property, subject });
    else compareProperty(types, pairs, pair, { old, next, property, other, subject });
  }
  if (pair.direction === "read") return;
  const known = new Set([...before.keys()].map((name) => renamed.get(name) ?? name));
  reportAsked(types, pair, next, new Map([...after].filter(([name]) => !known.has(name))));
}

type Properties = ReadonlyMap<string, ts.Symbol>;

/** What is new among the properties of an input, and has to be given. */
function reportAsked(types: Types, pair: Pair, next: ts.Type, fresh: Properties): void {
  for (const [name, property] of fresh) {
    if (types.isOptional(property)) continue;
    const subject = stepTo(pair.subject, name, { old: undefined, new: property.declarations?.[0] });
    const inside = partsOf(types, next, property, subject).filter((part) => part.isRequired);
    for (const part of inside) report(pair, "input-required", "breaking", "is new and required", part.subject);
  }
}

/** A property of a named interface that is part of an anonymous type is that interface's. */
function subjectOf(types: Types, { subject }: Pair, property: ts.Symbol, other: ts.Symbol | undefined): Subject {
  const declarations = { old: property.declarations?.[0], new: other?.declarations?.[0] };
  const owner = subject.root.kind === "operation" ? types.ownerOf(property) : undefined;
  if (owner === undefined) return stepTo(subject, property.name, declarations);
  const newName = (other && types.ownerOf(other)) ?? owner;
  return { root: { kind: "named", name: owner, newName }, path: [property.name], declarations };
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
  if (index !== undefined) pairs.meet(shape, shapeOf(index.type), pair.direction, subject, pair);
  if (index !== undefined || types.isNothing(shape)) return;
  if (pair.direction === "read") report(pair, "result-removed", "breaking", "is gone", subject);
  else {
    for (const part of partsOf(types, old, property, subject))
      report(pair, "input-removed", "breaking", "is no longer taken", part.subject);
  }
}

interface Part {
  readonly subject: Subject;
  readonly isRequired: boolean;
}

const groups: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"]);

/** The parameters in a group of an input, which says nothing to people; anything else itself. */
function partsOf(types: Types, owner: ts.Type, property: ts.Symbol, subject: Subject): readonly Part[] {
  const isGroup = subject.root.kind === "operation" && subject.path.length === 2 && groups.has(property.name);
  if (!isGroup) return [{ subject, isRequired: true }];
  const side = subject.declarations.old === undefined ? "new" : "old";
  return [...types.propertiesOf(types.propertyShape(owner, property).type).values()].map((parameter) => {
    const declarations = { old: undefined, new: undefined, [side]: parameter.declarations?.[0] };
    return { subject: stepTo(subject, parameter.name, declarations), isRequired: !types.isOptional(parameter) };
  });
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
  return types.asksMore(old, next);
}
