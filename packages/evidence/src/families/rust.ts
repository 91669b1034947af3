import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, namedType, typeParser, unlinked, usualLayout } from "./family.js";
import { snakeCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  // Dates and times are text as well.
  String: "text",
  str: "text",
  i32: "integer",
  i64: "int64",
  f32: "float",
  f64: "number",
  bool: "boolean",
  "uuid::Uuid": "uuid",
  "std::path::PathBuf": "binary",
  "chrono::NaiveDate": "date",
  "chrono::DateTime": "date-time",
  "serde_json::Value": "unknown",
};

/**
 * `Vec<T>`, `std::collections::HashMap<String, T>`, `models::User`. An `Option<T>` says that the name may be left out, which another
 * column says as well, and not that it may be null. The pages have no samples, and a column of their own for what is required.
 */
export const rust: Family = {
  name: "rust",
  fences: ["rust"],
  shape: /^Name \| Type \| Description\s*\| Required \| Notes\s*$|Option<\[?\*\*|\bmodels::\w+/m,
  layout: { ...usualLayout, footer: "always", requiredColumn: true, memberDefaults: true },
  spell: { operation: snakeCase, parameter: snakeCase, property: snakeCase },
  parseType: typeParser("<>,?", single, unlinked),
};

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (!tokens.accept("<")) return namedType(word.replace(/^(?:crate::)?models::/, ""), names, tokens);
  if (word === "Option" || word === "Box") return tokens.closed(">", single(tokens));
  if (word === "Vec") return tokens.closed(">", listOf(tokens));
  if (word === "chrono::DateTime") return tokens.closed(">", dateTime(tokens));
  if (word !== "std::collections::HashMap") throw tokens.unexpected("the end of the type");
  tokens.expect("String");
  tokens.expect(",");
  return tokens.closed(">", { kind: "map", values: single(tokens) });
}

/** The bytes of a text in base 64 are a list of numbers. */
function listOf(tokens: Tokens): TypeExpression {
  return tokens.accept("u8") ? { kind: "builtin", name: "byte" } : { kind: "array", items: single(tokens) };
}

function dateTime(tokens: Tokens): TypeExpression {
  tokens.take();
  return { kind: "builtin", name: "date-time" };
}
