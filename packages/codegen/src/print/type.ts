import type { LiteralValue } from "./literal.js";
import type { Code } from "./piece.js";

/** A type of TypeScript, as far as a generated package needs it. */
export type Type =
  | KeywordType
  | LiteralType
  | NamedType
  | ObjectType
  | ArrayType
  | TupleType
  | CompoundType
  | MemberType
  | ElementType
  | PresentType
  | ModuleType;

export interface KeywordType {
  readonly kind: "keyword";
  readonly name: "string" | "number" | "boolean" | "unknown" | "never" | "object" | "undefined";
}

export interface LiteralType {
  readonly kind: "literal";
  readonly value: LiteralValue;
}

export interface NamedType {
  readonly kind: "named";
  readonly name: Code;
  readonly arguments: readonly Type[];
}

export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly PropertyType[];
  /** The type of the properties that are not named. */
  readonly index: Type | undefined;
}

export interface PropertyType {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly comment: Code | undefined;
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: Type;
  readonly readonly: boolean;
}

export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly Type[];
  /** How many of the items have to be there. */
  readonly minimum: number;
  /** The type of those that come after them; undefined: none do. */
  readonly rest: Type | undefined;
}

export interface CompoundType {
  readonly kind: "union" | "intersection";
  readonly types: readonly Type[];
}

/** The type of a member of another type: `A["b"]`. */
export interface MemberType {
  readonly kind: "member";
  readonly object: Type;
  readonly key: string | number;
}

/** The type of the items of a list: `A[number]`. */
export interface ElementType {
  readonly kind: "element";
  readonly list: Type;
}

/** Any value that is neither null nor undefined. */
export interface PresentType {
  readonly kind: "present";
}

/** The exports of a module: `typeof import("./users.js")`. */
export interface ModuleType {
  readonly kind: "module";
  /** As the module that mentions it imports it. */
  readonly specifier: string;
}

export function keyword(name: KeywordType["name"]): Type {
  return { kind: "keyword", name };
}

export function named(name: Code, ...args: readonly Type[]): Type {
  return { kind: "named", name, arguments: args };
}

export function union(types: readonly Type[]): Type {
  const [only, ...more] = types;
  if (only === undefined) return keyword("never");
  return more.length === 0 ? only : { kind: "union", types };
}
