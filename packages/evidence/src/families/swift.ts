import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, namedType, typeParser, usualLayout } from "./family.js";
import { camelCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  String: "string",
  Int: "integer",
  Int64: "int64",
  Float: "float",
  Double: "number",
  Decimal: "number",
  Bool: "boolean",
  Date: "moment",
  OpenAPIDateWithoutTime: "date",
  UUID: "uuid",
  URL: "binary",
  // The bytes of a file or of a text in base 64, by the edition of the generator.
  Data: "text",
  AnyCodable: "unknown",
  JSONValue: "unknown",
  Any: "unknown",
};

/** `[T]`, `[String: T]`, `Set<T>`. A section begins with the signatures, as fenced code. */
export const swift: Family = {
  name: "swift",
  fences: ["swift"],
  shape: /^ +open class func \w/m,
  layout: { ...usualLayout, footer: "always" },
  spell: { operation: camelCase, parameter: camelCase, property: camelCase },
  parseType: typeParser("[]<>:?", single),
};

function single(tokens: Tokens): TypeExpression {
  if (tokens.accept("[")) return bracketed(tokens);
  const word = tokens.take();
  if (!tokens.accept("<")) return namedType(word, names, tokens);
  if (word !== "Set") throw tokens.unexpected("the end of the type");
  return tokens.closed(">", { kind: "array", items: single(tokens) });
}

/** `[T]` and `[String: T]` after the first bracket. */
function bracketed(tokens: Tokens): TypeExpression {
  const first = single(tokens);
  if (!tokens.accept(":")) return tokens.closed("]", { kind: "array", items: first });
  if (first.kind !== "builtin" || first.name !== "string") throw tokens.unexpected("a name as key");
  return tokens.closed("]", { kind: "map", values: single(tokens) });
}
