import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, halfOfTwice, namedType, typeParser, usualLayout } from "./family.js";
import { camelCase, pascalCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  string: "string",
  int: "integer",
  long: "int64",
  decimal: "number",
  float: "float",
  double: "double",
  bool: "boolean",
  // One type for a date with a time and for one without.
  DateTime: "moment",
  DateTimeOffset: "date-time",
  DateOnly: "date",
  Guid: "uuid",
  byte: "byte",
  "System.IO.Stream": "binary",
  FileParameter: "binary",
  Object: "unknown",
  object: "unknown",
};

const lists = new Set(["List", "Collection", "HashSet"]);

/** `List<T>`, `Dictionary<string, T>`, `byte[]`; `int?` is how a number says that it may be left out, not that it may be null. */
export const csharp: Family = {
  name: "csharp",
  fences: ["csharp"],
  shape: /^# [\w.]+\.Api\.\w+\s*$/m,
  layout: {
    ...usualLayout,
    footer: "always",
  },
  spell: { operation: pascalCase, parameter: camelCase, property: pascalCase },
  parseType: typeParser("<>[],?", single, halfOfTwice),
};

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (tokens.accept("<")) return generic(word, tokens);
  const type = namedType(word, names, tokens);
  tokens.accept("?");
  if (!tokens.accept("[")) return type;
  tokens.expect("]");
  return word === "byte" ? type : { kind: "array", items: type };
}

function generic(word: string, tokens: Tokens): TypeExpression {
  if (lists.has(word)) return tokens.closed(">", { kind: "array", items: single(tokens) });
  if (word !== "Dictionary") throw tokens.unexpected("a list or a dictionary");
  tokens.expect("string");
  tokens.expect(",");
  return tokens.closed(">", { kind: "map", values: single(tokens) });
}
