import type { LiteralType, Type } from "../../print/index.js";
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

/** `NonNullable<unknown> | null`: any value that is there. */
export const anything: Type = { kind: "union", types: [{ kind: "present" }, nullType] };

export function isAnything(type: Type): boolean {
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
export function keyOf(type: Type): string {
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

export function isNull(type: Type): boolean {
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
