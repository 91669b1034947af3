import type ts from "typescript";
import type { Types } from "./types.js";

const most = 5;

/** Types as people call them: `a string`, `"asc"`, `` `User` ``, `an array`. */
export function listTypes(types: Types, list: readonly ts.Type[], conjunction: "and" | "or"): string {
  const words = [...new Set(list.map((type) => describeType(types, type)))];
  const all = joinBooleans(words);
  const shown = all.length > most ? [...all.slice(0, most - 1), `${all.length - most + 1} more`] : all;
  const last = shown.at(-1) ?? "";
  const end = all.length > most ? "and" : conjunction;
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} ${end} ${last}`;
}

function joinBooleans(words: readonly string[]): readonly string[] {
  if (!words.includes("true") || !words.includes("false")) return words;
  return words.flatMap((word) => (word === "true" ? [] : word === "false" ? ["a boolean"] : [word]));
}

function describeType(types: Types, type: ts.Type): string {
  const { TypeFlags } = types.ts;
  if (type.isStringLiteral()) return JSON.stringify(shorten(type.value));
  if (types.has(type, TypeFlags.Literal)) return shorten(types.checker.typeToString(type));
  if (types.has(type, TypeFlags.String)) return "a string";
  if (types.has(type, TypeFlags.Number)) return "a number";
  if (types.has(type, TypeFlags.Boolean)) return "a boolean";
  if (types.has(type, TypeFlags.Null | TypeFlags.Undefined)) return types.checker.typeToString(type);
  if (types.has(type, TypeFlags.Unknown)) return "anything";
  if (types.has(type, TypeFlags.Never)) return "nothing";
  return describeObject(types, type);
}

function describeObject(types: Types, type: ts.Type): string {
  const name = types.nameOf(type);
  if (name !== undefined) return `\`${name}\``;
  if (types.isArray(type)) return "an array";
  if (type.getCallSignatures().length > 0) return "a function";
  if (types.isLibraryType(type)) return `\`${shorten(libraryWords(types, type))}\``;
  if (types.isObject(type)) return "an object";
  return isComputed(types, type)
    ? "a type that follows from others"
    : `\`${shorten(types.checker.typeToString(type))}\``;
}

/** `Promise<User>`; `Promise` where what it is of has no name for users. */
function libraryWords(types: Types, type: ts.Type): string {
  return isNameable(types, type) ? types.checker.typeToString(type) : type.symbol.name;
}

function isNameable(types: Types, type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every((one) => isNameable(types, one));
  if (types.nameOf(type) !== undefined) return true;
  if (types.isArray(type) || types.isLibraryType(type))
    return types.argumentsOf(type).every((one) => isNameable(types, one));
  return !types.isObject(type) && !isComputed(types, type);
}

/** Whether a type is made of others by their names: `DataOf<Result>`, `Result["data"]`. */
function isComputed(types: Types, type: ts.Type): boolean {
  const { Conditional, IndexedAccess, Index, Substitution } = types.ts.TypeFlags;
  return types.has(type, Conditional | IndexedAccess | Index | Substitution);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
