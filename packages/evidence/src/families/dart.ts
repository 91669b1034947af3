import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, halfOfTwice, namedType, typeParser, usualLayout } from "./family.js";
import { camelCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  String: "string",
  int: "integer",
  num: "number",
  double: "number",
  bool: "boolean",
  Date: "date",
  // One type for a date with a time and, in one of the two generators, for one without.
  DateTime: "moment",
  MultipartFile: "binary",
  Uint8List: "binary",
  JsonObject: "unknown",
  Object: "unknown",
};

/** `List<T>`, `Set<T>`, `Map<String, T>`, and the same of the package `built_collection`: `BuiltList<T>`. */
export const dart: Family = {
  name: "dart",
  fences: ["dart"],
  shape: /^# \w+\.api\.\w+\s*$/m,
  layout: { ...usualLayout, footer: "always" },
  spell: { operation: camelCase, parameter: camelCase, property: camelCase },
  parseType: typeParser("<>,?", single, halfOfTwice),
};

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (!tokens.accept("<")) return namedType(word, names, tokens);
  if (/^(?:Built)?(?:List|Set)$/.test(word)) return tokens.closed(">", { kind: "array", items: single(tokens) });
  if (!/^(?:Built)?Map$/.test(word)) throw tokens.unexpected("the end of the type");
  tokens.expect("String");
  tokens.expect(",");
  return tokens.closed(">", { kind: "map", values: single(tokens) });
}
