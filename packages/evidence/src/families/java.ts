import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, namedType, typeParser, usualLayout } from "./family.js";
import { camelCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  String: "string",
  Integer: "integer",
  Long: "int64",
  BigDecimal: "number",
  Float: "float",
  Double: "double",
  Boolean: "boolean",
  LocalDate: "date",
  OffsetDateTime: "date-time",
  ZonedDateTime: "date-time",
  Date: "moment",
  File: "binary",
  byte: "byte",
  UUID: "uuid",
  URI: "uri",
  Object: "unknown",
};

/** `List<T>`, `Set<T>`, `Map<String, T>`, `byte[]`, `JsonNullable<T>`. */
export const java: Family = {
  name: "java",
  fences: ["java"],
  layout: usualLayout,
  spell: { operation: camelCase, parameter: camelCase, property: camelCase },
  parseType: typeParser("<>[],", single),
};

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (tokens.accept("<")) return generic(word, tokens);
  const type = namedType(word, names, tokens);
  if (!tokens.accept("[")) return type;
  tokens.expect("]");
  return word === "byte" ? type : { kind: "array", items: type };
}

function generic(word: string, tokens: Tokens): TypeExpression {
  if (word === "Map") {
    tokens.expect("String");
    tokens.expect(",");
  }
  const argument = single(tokens);
  tokens.expect(">");
  if (word === "Map") return { kind: "map", values: argument };
  if (word === "List" || word === "Set") return { kind: "array", items: argument };
  if (word === "JsonNullable") return { kind: "nullable", of: argument };
  throw tokens.unexpected("a list, a set, a map or a nullable type");
}
