import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, namedType, typeParser, usualLayout } from "./family.js";
import { camelCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  "kotlin.String": "string",
  "kotlin.Int": "integer",
  "kotlin.Long": "int64",
  "kotlin.Float": "float",
  "kotlin.Double": "double",
  "java.math.BigDecimal": "number",
  "kotlin.Boolean": "boolean",
  "java.time.LocalDate": "date",
  "java.time.OffsetDateTime": "date-time",
  "java.util.UUID": "uuid",
  "java.net.URI": "uri",
  "java.io.File": "binary",
  "kotlin.ByteArray": "byte",
  "kotlin.Any": "unknown",
};

/** `kotlin.collections.List<T>`, `kotlin.Array<T>`, `kotlin.collections.Map<kotlin.String, T>`. */
export const kotlin: Family = {
  name: "kotlin",
  fences: ["kotlin"],
  shape: /\*\*kotlin\.\w/,
  layout: usualLayout,
  spell: { operation: camelCase, parameter: camelCase, property: camelCase },
  parseType: typeParser("<>,", single),
};

function single(tokens: Tokens): TypeExpression {
  const word = tokens.take();
  if (!tokens.accept("<")) return namedType(word, names, tokens);
  if (/^kotlin\.(?:Array|collections\.(?:Mutable)?(?:List|Set))$/.test(word)) {
    return tokens.closed(">", { kind: "array", items: single(tokens) });
  }
  if (!/^kotlin\.collections\.(?:Mutable)?Map$/.test(word)) throw tokens.unexpected("the end of the type");
  tokens.expect("kotlin.String");
  tokens.expect(",");
  return tokens.closed(">", { kind: "map", values: single(tokens) });
}
