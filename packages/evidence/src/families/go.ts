import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Family, namedType, unlinked } from "./family.js";
import { camelCase, pascalCase } from "./spelling.js";
import { Tokens, TypeSyntaxError } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  string: "text",
  int: "integer",
  int32: "integer",
  int64: "int64",
  float32: "number",
  float64: "double",
  bool: "boolean",
  "time.Time": "date-time",
  "os.File": "binary",
  interface: "any",
};

/** What `Nullable` stands before: `NullableInt32`, `NullableTime`. */
const nullableNames: Readonly<Record<string, Builtin>> = {
  String: "text",
  Int: "integer",
  Int32: "integer",
  Int64: "int64",
  Float32: "number",
  Float64: "double",
  Bool: "boolean",
  Time: "date-time",
};

/**
 * `[]T`, `map[string]T`, `*T`, `Pointer to T`, `NullableT`, `interface{}`, and `optional.T` of the older generation.
 * Whether a query parameter is required is not on the pages of the newer one.
 */
export const go: Family = {
  name: "go",
  fences: ["go", "golang"],
  shape:
    /^\[\*\*\w+\*\*\]\([^()]*\) \| \*\*(?:Get|Post|Put|Patch|Delete|Head|Options)\*\* \/|<(?:b|strong)>(?:Get|Post|Put|Patch|Delete|Head|Options)<\/\w+> \//m,
  layout: {
    requiredParts: { always: ["authorization"], perGeneration: ["example", "path parameters", "other parameters"] },
    footer: "always",
    ownParameters: ["ctx", "optional"],
    parameterHeadings: {
      "path parameters": "required",
      "required parameters": "required",
      "other parameters": "unknown",
      "optional parameters": "optional",
    },
    shortPropertyTable: false,
  },
  spell: { operation: pascalCase, parameter: camelCase, property: pascalCase },
  parseType(text, models) {
    // The generator leaves an opening bracket behind where it writes no link, `Pointer to [time.Time`, and writes a file twice.
    const written = unlinked(text.replace(/^Pointer to\s+/, "")).replace(/^\[(?!\])/, "");
    const option = /^optional\.(?:Interface of )?(.*)$/s.exec(written);
    if (option !== null) return optional(option[1] ?? "", written, models);
    const tokens = new Tokens(written.replace(/^(\*?os\.File)\**os\.File\**$/, "$1"), "[]{}*", models);
    const type = single(tokens);
    tokens.end();
    return type;
  },
};

/** `optional.String`, `optional.Interface of []User`: the older generation wraps what may be left out. */
function optional(text: string, written: string, models?: ReadonlySet<string>): TypeExpression {
  const builtin = Object.hasOwn(nullableNames, text) ? nullableNames[text] : undefined;
  if (builtin !== undefined) return { kind: "builtin", name: builtin };
  if (!/^optional\.Interface of /.test(written))
    throw new TypeSyntaxError(`"${written}" is not a type of the package optional`);
  return go.parseType(text, models);
}

function single(tokens: Tokens): TypeExpression {
  if (tokens.accept("*")) return single(tokens);
  if (tokens.accept("[")) {
    tokens.expect("]");
    return { kind: "array", items: single(tokens) };
  }
  const word = tokens.take();
  if (word === "map") return mapOf(tokens);
  if (word === "interface") {
    tokens.expect("{");
    tokens.expect("}");
  }
  return nullable(word) ?? namedType(word, names, tokens);
}

/** A map of values of which nothing is known is how Go writes a free object. */
function mapOf(tokens: Tokens): TypeExpression {
  for (const part of ["[", "string", "]"]) tokens.expect(part);
  const values = single(tokens);
  const free = values.kind === "builtin" && values.name === "any";
  return free ? { kind: "builtin", name: "object" } : { kind: "map", values };
}

function nullable(word: string): TypeExpression | undefined {
  const of = /^Nullable(\p{Lu}.*)$/u.exec(word)?.[1];
  if (of === undefined) return undefined;
  const builtin = Object.hasOwn(nullableNames, of) ? nullableNames[of] : undefined;
  return {
    kind: "nullable",
    of: builtin === undefined ? { kind: "model", name: of } : { kind: "builtin", name: builtin },
  };
}
