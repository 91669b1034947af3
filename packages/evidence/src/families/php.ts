import { type Builtin, type TypeExpression, unionOf } from "../facts/type-expression.js";
import { type Family, halfOfTwice, namedType } from "./family.js";
import { camelCase, snakeCase } from "./spelling.js";
import { Tokens } from "./tokens.js";

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
  layout: {
    requiredParts: { always: ["authorization"], perGeneration: [] },
    footer: "always",
    ownParameters: ["hostIndex", "variables"],
    parameterHeadings: { parameters: "notes" },
    shortPropertyTable: false,
  },
  spell: { operation: camelCase, parameter: snakeCase, property: snakeCase },
  parseType(text, models) {
    const tokens = new Tokens(halfOfTwice(text), "<>[],|?", models);
    const type = union(tokens);
    tokens.end();
    return type;
  },
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
