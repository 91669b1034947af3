import type { ObjectType, Type } from "../../print/index.js";
import { keyword, union } from "../../print/index.js";

/**
 * The intersection of types. An object whose other properties have a type of their own is one object: the index covers the named properties too,
 * since an intersection of the two could not be written as a literal.
 */
export function intersect(types: readonly Type[]): Type {
  const merged: Type[] = [];
  for (const type of types.flatMap((part) => (part.kind === "intersection" ? part.types : part))) {
    const previous = merged.at(-1);
    if (isUnknown(type)) continue;
    if (isIndexOnly(type) && previous?.kind === "object" && previous.index === undefined) {
      merged[merged.length - 1] = { ...previous, index: widen(type.index, previous) };
    } else merged.push(type);
  }
  const [only, ...more] = merged;
  if (only === undefined) return keyword("unknown");
  return more.length === 0 ? only : { kind: "intersection", types: merged };
}

function isUnknown(type: Type): boolean {
  return type.kind === "keyword" && type.name === "unknown";
}

function isIndexOnly(type: Type): type is ObjectType & { readonly index: Type } {
  return type.kind === "object" && type.properties.length === 0 && type.index !== undefined;
}

/** A type for every property of an object: that of the unnamed ones, those of the named ones, and undefined where one may be missing. */
function widen(index: Type, object: ObjectType): Type {
  const types = [index, ...object.properties.map((property) => property.type)];
  if (isUnknown(index) || types.some(hasObject)) return keyword("unknown");
  const distinct = new Map(types.flatMap(alternatives).map((type) => [JSON.stringify(type), type]));
  const optional = object.properties.some((property) => property.optional);
  return union([...distinct.values(), ...(optional ? [keyword("undefined")] : [])]);
}

function alternatives(type: Type): readonly Type[] {
  return type.kind === "union" ? type.types : [type];
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
      return type.items.some(hasObject);
    case "union":
    case "intersection":
      return type.types.some(hasObject);
    case "member":
      return hasObject(type.object);
    default:
      return false;
  }
}
