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
  if (types.isLibraryType(type)) return `\`${shorten(types.checker.typeToString(type))}\``;
  return types.isObject(type) ? "an object" : `\`${shorten(types.checker.typeToString(type))}\``;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
