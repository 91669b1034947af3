import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, namedType, typeParser, usualLayout } from "./family.js";
import { snakeCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  String: "string",
  Integer: "integer",
  Float: "number",
  BigDecimal: "number",
  Boolean: "boolean",
  Date: "date",
  DateTime: "date-time",
  Time: "date-time",
  File: "binary",
  Object: "unknown",
};

/** `Array<T>`, `Hash<String, T>`. Pages of models end with a sample, those of operations with the media types. */
export const ruby: Family = {
  name: "ruby",
  fences: ["ruby"],
  shape: /^# \w+(?:::\w+)+\s*$/m,
  layout: usualLayout,
  spell: { operation: snakeCase, parameter: snakeCase, property: snakeCase },
  parseType: typeParser("<>,", single),
};

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (!tokens.accept("<")) return namedType(word, names, tokens);
  if (word === "Array") return tokens.closed(">", { kind: "array", items: single(tokens) });
  if (word !== "Hash") throw tokens.unexpected("the end of the type");
  tokens.expect("String");
  tokens.expect(",");
  return tokens.closed(">", { kind: "map", values: single(tokens) });
}
