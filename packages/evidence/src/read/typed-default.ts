import type { FactValue } from "../facts/fact.js";
import { parseType } from "../facts/parse-type.js";
import type { TypeExpression } from "../facts/type-expression.js";
import { squashed } from "../families/spelling.js";
import { readLiteral } from "./literal.js";

/** What a documented default says: a value, the SDK's name of one, nothing, or what is wrong with it. */
export type Default =
  | { readonly kind: "default" | "default-name"; readonly value: FactValue }
  | { readonly kind: "none" }
  | { readonly kind: "problem"; readonly message: string };

/** Reads a default as a value of a documented type. Of a model it is a member of the SDK's enumeration, which is not spelled like its value. */
export function typedDefault(type: string | undefined, text: string): Default {
  const value = readLiteral(text);
  if (value === undefined) return { kind: "none" };
  return type === undefined ? { kind: "default", value } : ofType(withoutNull(parseType(type)), text.trim(), value);
}

function withoutNull(type: TypeExpression): TypeExpression {
  return type.kind === "nullable" ? type.of : type;
}

const texts = new Set(["string", "text", "uuid", "uri", "byte", "binary", "date", "date-time", "moment"]);
const numbers = new Set(["integer", "int64", "number", "float", "double", "numeric"]);

function ofType(type: TypeExpression, text: string, value: FactValue): Default {
  const wrong: Default = { kind: "problem", message: `the default ${text} is not of the type that the row gives` };
  if (type.kind === "model") return { kind: typeof value === "string" ? "default-name" : "default", value };
  if (type.kind === "union") return ofUnion(type.members, value) ?? wrong;
  if (type.kind === "literal") return type.value === value ? { kind: "default", value } : wrong;
  if (type.kind === "array") return { kind: "default", value: listOf(text) ?? value };
  if (type.kind !== "builtin") return { kind: "default", value };
  // `StateEnum.Here`, where the language shows an enumeration within a model as text.
  if (texts.has(type.name) && /^\w+Enum\.\w+$/.test(text)) return { kind: "default-name", value };
  if (texts.has(type.name)) return { kind: "default", value: typeof value === "string" ? value : text };
  if (type.name === "boolean") return typeof value === "boolean" ? { kind: "default", value } : wrong;
  if (!numbers.has(type.name)) return { kind: "default", value };
  const number = typeof value === "number" ? value : suffixed(text);
  const isWhole = type.name !== "integer" && type.name !== "int64";
  return number !== undefined && (isWhole || Number.isInteger(number)) ? { kind: "default", value: number } : wrong;
}

/** `20l` and `1.5d`, as Java writes numbers. */
function suffixed(text: string): number | undefined {
  const digits = /^(-?\d+(?:\.\d+)?)[lfd]$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function ofUnion(members: readonly TypeExpression[], value: FactValue): Default | undefined {
  const literals = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  if (literals.length < members.length || literals.includes(value as string)) return { kind: "default", value }; // compared as JSON
  const named = literals.some((literal) => squashed(String(value)).endsWith(squashed(String(literal))));
  return named ? { kind: "default-name", value } : undefined;
}

/** `["a", "b"]` as a list. */
function listOf(text: string): FactValue | undefined {
  if (!/^\[.*\]$/s.test(text)) return undefined;
  try {
    return JSON.parse(text.replaceAll("'", '"')) as FactValue; // JSON
  } catch {
    return undefined;
  }
}
