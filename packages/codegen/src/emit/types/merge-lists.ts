import type { ArrayType, TupleType, Type } from "../../print/index.js";

export type ListType = ArrayType | TupleType;

export function isList(type: Type): type is ListType {
  return type.kind === "array" || type.kind === "tuple";
}

/** The type of the items of both in a place. */
type Both = (one: Type, other: Type) => Type;

/** The lists that are of both types, as one type. Undefined where one is longer than the other may be. */
export function mergeLists(one: ListType, other: ListType, both: Both): ListType | undefined {
  const [first, second] = [tupleOf(one), tupleOf(other)];
  const minimum = Math.max(first.minimum, second.minimum);
  const items: Type[] = [];
  for (let index = 0; index < Math.max(first.items.length, second.items.length); index += 1) {
    const [left, right] = [itemOf(first, index), itemOf(second, index)];
    if (left === undefined || right === undefined) break;
    items.push(both(left, right));
  }
  if (minimum > items.length) return undefined;
  const rest = first.rest && second.rest && both(first.rest, second.rest);
  if (items.length === 0 && rest !== undefined) return { kind: "array", items: rest, readonly: isReadonly(one, other) };
  return { kind: "tuple", items, minimum, rest };
}

function tupleOf(list: ListType): TupleType {
  return list.kind === "tuple" ? list : { kind: "tuple", items: [], minimum: 0, rest: list.items };
}

function itemOf({ items, rest }: TupleType, index: number): Type | undefined {
  return items[index] ?? rest;
}

function isReadonly(...lists: readonly ListType[]): boolean {
  return lists.every((list) => list.kind === "array" && list.readonly);
}
