import type { ObjectType, PropertyType, Type } from "../../print/index.js";
import { isAnything, isNever, isNull, isUnknown, keyOf, never, nullType, unionOf, unknown } from "./combine.js";
import { isList, mergeLists } from "./merge-lists.js";

/**
 * The type of values that are of all types. Objects that are written out become one where no property of theirs says different
 * things, and where they describe the items of one list: of several types of lists, the compiler holds an item that is written out against each by itself.
 */
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
  for (const [index, part] of merged.entries()) {
    const both = merge(part, type);
    if (both === undefined) continue;
    merged[index] = both;
    return;
  }
  merged.push(type);
}

function merge(one: Type, other: Type): Type | undefined {
  if (isList(one) && isList(other)) return mergeLists(one, other, bothOf);
  return one.kind === "object" && other.kind === "object" ? mergeObjects(one, other) : undefined;
}

/** Undefined where they say different things of a property, unless that is what is in a list; without lists, maps are left as they are. */
function mergeObjects(one: ObjectType, other: ObjectType): ObjectType | undefined {
  const hasLists = haveOneList(one, other);
  if (!hasLists && (one.index ?? other.index) !== undefined) return undefined;
  const own = new Map(one.properties.map((property) => [property.name, property]));
  const properties = new Map([...own].map(([name, property]) => [name, inMap(property, other)]));
  for (const property of other.properties) {
    const before = own.get(property.name);
    const both = before === undefined ? inMap(property, one) : mergeProperties(before, property, hasLists);
    if (both === undefined) return undefined;
    properties.set(property.name, both);
  }
  const index = one.index && other.index ? bothOf(one.index, other.index) : (one.index ?? other.index);
  return { kind: "object", properties: [...properties.values()], index };
}

/** A property with what a map that may not name it says of its values. */
function inMap(property: PropertyType, { index }: ObjectType): PropertyType {
  return index === undefined ? property : { ...property, type: bothOf(property.type, index) };
}

function mergeProperties(one: PropertyType, other: PropertyType, hasLists: boolean): PropertyType | undefined {
  const type = narrower(one.type, other.type) ?? (hasLists ? bothOf(one.type, other.type) : undefined);
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

/** Whether both say what is in a list, which may be deep inside of them. */
function describeOneList(one: Type, other: Type): boolean {
  return partsOf(withoutNull(one)).some((part) =>
    partsOf(withoutNull(other)).some((another) => {
      if (isList(part) && isList(another)) return keyOf(part) !== keyOf(another);
      return part.kind === "object" && another.kind === "object" && haveOneList(part, another);
    }),
  );
}

function haveOneList(one: ObjectType, other: ObjectType): boolean {
  const types = new Map(one.properties.map(({ name, type }) => [name, type]));
  return other.properties.some(({ name, type }) => describeOneList(types.get(name) ?? unknown, type));
}

function partsOf(type: Type): readonly Type[] {
  return type.kind === "intersection" ? type.types : [type];
}

/** The values of both types, with one type for each list in them. */
export function bothOf(one: Type, other: Type): Type {
  const [first, second] = [withoutNull(one), withoutNull(other)];
  if (!describeOneList(first, second))
    return narrower(one, other) ?? listed(one, other) ?? intersectionOf([one, other]);
  const values = intersectionOf([first, second]);
  return first !== one && second !== other ? unionOf([values, nullType]) : values;
}

/** Of a type and some values of it, these. */
function listed(one: Type, other: Type): Type | undefined {
  const isOf = (type: Type, keyword: Type): boolean =>
    keyword.kind === "keyword" &&
    literalsOf(type).length > 0 &&
    literalsOf(type).every((name) => name === keyword.name);
  if (isOf(one, other)) return one;
  return isOf(other, one) ? other : undefined;
}

/** The types of the values that a type lists; none where it does not list its values. */
function literalsOf(type: Type): readonly string[] {
  const types = type.kind === "union" ? type.types : [type];
  const names = types.map((member) => (member.kind === "literal" ? typeof member.value : ""));
  return names.includes("") ? [] : names;
}

/** What is left of a type without null, where that is one type. */
function withoutNull(type: Type): Type {
  if (type.kind !== "union") return type;
  const [only, ...more] = type.types.filter((member) => !isNull(member));
  return only !== undefined && more.length === 0 && type.types.length === 2 ? only : type;
}
