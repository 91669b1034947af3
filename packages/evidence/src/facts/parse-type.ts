import { Tokens, TypeSyntaxError } from "../families/tokens.js";
import { type Builtin, builtins, type TypeExpression, unionOf } from "./type-expression.js";

/** Reads a type in the notation of evidence. Throws a TypeSyntaxError. */
export function parseType(text: string): TypeExpression {
  const tokens = new Tokens(text, "<>()?|");
  const type = union(tokens);
  tokens.end();
  return type;
}

function union(tokens: Tokens): TypeExpression {
  const members = [postfix(tokens)];
  while (tokens.accept("|")) members.push(postfix(tokens));
  return unionOf(members);
}

function postfix(tokens: Tokens): TypeExpression {
  const type = single(tokens);
  return tokens.accept("?") ? { kind: "nullable", of: type } : type;
}

function single(tokens: Tokens): TypeExpression {
  if (tokens.accept("(")) return tokens.closed(")", union(tokens));
  const word = tokens.take();
  if (word === "array" && tokens.accept("<")) return tokens.closed(">", { kind: "array", items: union(tokens) });
  if (word === "map" && tokens.accept("<")) return tokens.closed(">", { kind: "map", values: union(tokens) });
  if (word.startsWith("@")) return { kind: "model", name: word.slice(1) };
  const builtin = builtins.find((name): name is Builtin => name === word);
  if (builtin !== undefined) return { kind: "builtin", name: builtin };
  return { kind: "literal", value: literal(word) };
}

function literal(word: string): string | number | boolean {
  try {
    return JSON.parse(word) as string | number | boolean; // the notation has no other literals
  } catch {
    throw new TypeSyntaxError(`"${word}" is no type in the notation of evidence`);
  }
}
