import type { LiteralType, ObjectType, PropertyType, Type } from "../../print/index.js";
import { keyword, union } from "../../print/index.js";

export const unknown: Type = keyword("unknown");
export const never: Type = keyword("never");
export const nullType: Type = { kind: "literal", value: null };

/** The type of values of one type or another: each once, and simply `unknown` where one is. */
export function unionOf(types: readonly Type[]): Type {
  const [only] = types;
  if (types.length === 1 && only !== undefined && only.kind !== "union") return only;
  const flat = types.flatMap((type) => (type.kind === "union" ? type.types : [type]));
  if (flat.some(isUnknown)) return unknown;
  const keywords = new Set(flat.flatMap((type): readonly string[] => (type.kind === "keyword" ? [type.name] : [])));
  // A literal says nothing beside all values of its type.
  const isSaid = (type: Type): boolean => type.kind === "literal" && keywords.has(typeof type.value);
  const distinct = distinctTypes(flat.filter((type) => !isNever(type) && !isSaid(type)));
  // Null comes last, as people write it.
  const values = distinct.filter((type) => !isNull(type));
  return union(values.length === distinct.length ? distinct : [...values, nullType]);
}

/** The type of values that are of all types. Objects that are written out become one where no property of theirs says different things. */
export function intersectionOf(types: readonly Type[]): Type {
  const merged: Type[] = [];
  for (const type of types.flatMap((part) => (part.kind === "intersection" ? part.types : [part]))) {
    if (isNever(type)) return never;
    if (!isUnknown(type)) addPart(merged, type);
  }
  const [only, ...more] = merged;
  if (only === undefined) return unknown;
  return more.length === 0 ? only : { kind: "intersection", types: merged };
}

function addPart(merged: Type[], type: Type): void {
  if (merged.length === 0) {
    merged.push(type);
    return;
  }
  const key = keyOf(type);
  if (merged.some((part) => part === type || keyOf(part) === key)) return;
  const index = merged.findIndex((part) => part.kind === "object");
  const before = merged[index];
  const both = before?.kind === "object" && type.kind === "object" ? mergeObjects(before, type) : undefined;
  if (both === undefined) merged.push(type);
  else merged[index] = both;
}

/** Undefined where they say different things of a property. */
function mergeObjects(one: ObjectType, other: ObjectType): ObjectType | undefined {
  if (one.index !== undefined || other.index !== undefined) return undefined;
  const properties = new Map(one.properties.map((property) => [property.name, property]));
  for (const property of other.properties) {
    const before = properties.get(property.name);
    const both = before === undefined ? property : mergeProperties(before, property);
    if (both === undefined) return undefined;
    properties.set(property.name, both);
  }
  return { ...one, properties: [...properties.values()] };
}

function mergeProperties(one: PropertyType, other: PropertyType): PropertyType | undefined {
  const type = narrower(one.type, other.type);
  if (type === undefined) return undefined;
  return {
    ...one,
    type,
    optional: one.optional && other.optional,
    readonly: one.readonly && other.readonly,
    comment: one.comment ?? other.comment,
  };
}

/** Which of two types the values of both have, where that is plain to see. */
function narrower(one: Type, other: Type): Type | undefined {
  if (isUnknown(other) || isAnything(other)) return one;
  if (isUnknown(one)) return other;
  return keyOf(one) === keyOf(other) ? one : undefined;
}

/** `NonNullable<unknown> | null`: any value that is there. */
export const anything: Type = { kind: "union", types: [{ kind: "present" }, nullType] };

function isAnything(type: Type): boolean {
  return type.kind === "union" && type.types.some((member) => member.kind === "present");
}

function distinctTypes(types: readonly Type[]): readonly Type[] {
  if (types.length < 2) return types;
  if (types.every((type) => type.kind === "literal")) return distinctLiterals(types);
  // Types of different kinds are never written the same.
  if (new Set(types.map(({ kind }) => kind)).size === types.length) return types;
  return [...new Map(types.map((type) => [keyOf(type), type])).values()];
}

function distinctLiterals(types: readonly LiteralType[]): readonly Type[] {
  const values = new Set<LiteralType["value"]>();
  return types.filter(({ value }) => !values.has(value) && values.add(value));
}

/** The same for types that are written the same. */
function keyOf(type: Type): string {
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "literal":
      return JSON.stringify(type.value);
    case "named":
      return type.name.kind === "import"
        ? `${type.name.content.name}<${type.arguments.map(keyOf).join()}>`
        : JSON.stringify(type);
    case "array":
      return `${keyOf(type.items)}[]`;
    default:
      // Without the documentation, which does not belong to the type.
      return JSON.stringify(type, (name, value: unknown) => (name === "comment" ? undefined : value));
  }
}

export function isUnknown(type: Type): boolean {
  return type.kind === "keyword" && type.name === "unknown";
}

export function isNever(type: Type): boolean {
  return type.kind === "keyword" && type.name === "never";
}

function isNull(type: Type): boolean {
  return type.kind === "literal" && type.value === null;
}

/** Whether an object type is written out anywhere in a type, so that it takes several lines. */
export function hasObject(type: Type): boolean {
  switch (type.kind) {
    case "object":
      return true;
    case "named":
      return type.arguments.some(hasObject);
    case "array":
      return hasObject(type.items);
    case "tuple":
      return type.items.some(hasObject) || (type.rest !== undefined && hasObject(type.rest));
    case "union":
    case "intersection":
      return type.types.some(hasObject);
    case "member":
      return hasObject(type.object);
    case "element":
      return hasObject(type.list);
    default:
      return false;
  }
}
