import { type Builtin, type TypeExpression, unionOf } from "../facts/type-expression.js";
import { type Family, halfOfTwice, namedType, typeParser, usualLayout } from "./family.js";
import { camelCase, snakeCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  string: "string",
  int: "integer",
  float: "number",
  double: "double",
  bool: "boolean",
  DateTime: "moment",
  SplFileObject: "binary",
  object: "object",
  mixed: "any",
  null: "null",
};

/** `T[]`, `array<string,T>`, `map[string,T]`, `?T`, `T|null`, `\Vendor\Model\User`, `\DateTime`. */
export const php: Family = {
  name: "php",
  fences: ["php"],
  layout: { ...usualLayout, footer: "always", ownParameters: ["hostIndex", "variables"] },
  spell: { operation: camelCase, parameter: snakeCase, property: snakeCase },
  otherSpelling: camelCase,
  parseType: typeParser("<>[],|?", union, halfOfTwice),
};

function union(tokens: Tokens): TypeExpression {
  const members = [postfix(tokens)];
  while (tokens.accept("|")) members.push(postfix(tokens));
  return unionOf(members);
}

function postfix(tokens: Tokens): TypeExpression {
  if (tokens.accept("?")) return { kind: "nullable", of: postfix(tokens) };
  let type = single(tokens);
  while (tokens.accept("[")) {
    tokens.expect("]");
    type = { kind: "array", items: type };
  }
  return type;
}

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (word === "array" && tokens.accept("<")) return mapOf(tokens, ">");
  if (word === "map" && tokens.accept("[")) return mapOf(tokens, "]");
  return namedType(word.slice(word.lastIndexOf("\\") + 1), names, tokens);
}

function mapOf(tokens: Tokens, end: string): TypeExpression {
  tokens.expect("string");
  tokens.expect(",");
  const values = union(tokens);
  tokens.expect(end);
  return { kind: "map", values };
}
