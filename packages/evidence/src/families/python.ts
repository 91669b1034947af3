import { type Builtin, type TypeExpression, unionOf } from "../facts/type-expression.js";
import { type Family, namedType, typeParser, usualLayout } from "./family.js";
import { snakeCase } from "./spelling.js";
import type { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  str: "string",
  int: "integer",
  float: "number",
  bool: "boolean",
  date: "date",
  datetime: "date-time",
  file_type: "binary",
  bytearray: "binary",
  bytes: "binary",
  file: "binary",
  UUID: "uuid",
  // Newer pages write both any value and any object as `object`.
  object: "unknown",
  dict: "object",
  list: "any",
  none_type: "null",
  None: "null",
  Any: "any",
  // The oldest generation shows no more of a request body, and of a list of pages of results.
  Dict: "unknown",
  generator: "unknown",
};

/** How both generations of pages write "any value": every type that Python knows for JSON. */
const anyValue = ["bool", "date", "datetime", "dict", "float", "int", "list", "none_type", "str"].join();

/**
 * All generations of Python pages: `list[str]`, `dict(str, int)` of the oldest one, `[str]`, `{str: (int,)}`, `str, none_type` of the next,
 * `List[str]`, `Dict[str, int]`, `Optional[str]` of the newest.
 */
export const python: Family = {
  name: "python",
  fences: ["python"],
  layout: {
    ...usualLayout,
    requiredParts: { always: [], perGeneration: ["example", "authorization", "http response details"] },
    footer: "always",
    noType: "Dict",
  },
  spell: { operation: snakeCase, parameter: snakeCase, property: snakeCase },
  parseType: typeParser("[]{}(),:", list),
};

/** One type, or several with commas between them. */
function list(tokens: Tokens): TypeExpression {
  const words: string[] = [];
  const members: TypeExpression[] = [];
  do {
    const next = tokens.peek();
    if (next === undefined || next === ")") break;
    words.push(next);
    members.push(single(tokens));
  } while (tokens.accept(","));
  if (words.toSorted().join() === anyValue) return { kind: "builtin", name: "any" };
  if (members.length === 0) throw tokens.unexpected("a type");
  return unionOf(members);
}

function single(tokens: Tokens): TypeExpression {
  if (tokens.accept("[")) return tokens.closed("]", { kind: "array", items: list(tokens) });
  if (tokens.accept("{")) return olderMap(tokens);
  const word = tokens.take();
  if (word === "dict" && tokens.accept("(")) return tokens.closed(")", { kind: "map", values: dictValues(tokens) });
  if (!tokens.accept("[")) return namedType(word, names, tokens);
  if (word === "list" || word === "List" || word === "Set")
    return tokens.closed("]", { kind: "array", items: single(tokens) });
  if (word === "Optional") return tokens.closed("]", { kind: "nullable", of: single(tokens) });
  if (word === "Union") return tokens.closed("]", list(tokens));
  if (word === "Dict") return tokens.closed("]", { kind: "map", values: dictValues(tokens) });
  throw tokens.unexpected("the end of the type");
}

function dictValues(tokens: Tokens): TypeExpression {
  tokens.expect("str");
  tokens.expect(",");
  return single(tokens);
}

/** `{str: (int,)}` after its first brace. */
function olderMap(tokens: Tokens): TypeExpression {
  tokens.expect("str");
  tokens.expect(":");
  tokens.expect("(");
  const values = list(tokens);
  tokens.expect(")");
  return tokens.closed("}", { kind: "map", values });
}
