import { type Builtin, type TypeExpression, unionOf } from "../facts/type-expression.js";
import { type Family, namedType, usualLayout } from "./family.js";
import { camelCase } from "./spelling.js";
import { Tokens } from "./tokens.js";

const names: Readonly<Record<string, Builtin>> = {
  string: "text",
  number: "numeric",
  boolean: "boolean",
  Date: "moment",
  Blob: "binary",
  File: "binary",
  HttpFile: "binary",
  Buffer: "binary",
  object: "object",
  any: "any",
  null: "null",
};

/** `Array<T>`, `T[]`, `Set<T>`, `Record<string, T>`, `{ [key: string]: T; }`, `T | null`, `'a' | 'b'`. */
export const typescript: Family = {
  name: "typescript",
  fences: ["typescript", "ts"],
  layout: { ...usualLayout, shortPropertyTable: true },
  spell: { operation: camelCase, parameter: camelCase, property: camelCase },
  parseType(text, models) {
    const tokens = new Tokens(text, "[]{}()<>,:;|", models);
    if (tokens.accept("[")) return bracketed(tokens);
    const type = union(tokens);
    tokens.end();
    return type;
  },
};

/** `[string]`: some pages bracket a type that is no link. After an enumeration they write it a second time, as if it were an array. */
function bracketed(tokens: Tokens): TypeExpression {
  const type = union(tokens);
  tokens.expect("]");
  if (tokens.peek() !== "Array") tokens.end();
  return type;
}

function union(tokens: Tokens): TypeExpression {
  const members = [postfix(tokens)];
  while (tokens.accept("|")) members.push(postfix(tokens));
  return unionOf(members);
}

function postfix(tokens: Tokens): TypeExpression {
  let type = single(tokens);
  while (tokens.accept("[")) {
    tokens.expect("]");
    type = { kind: "array", items: type };
  }
  return type;
}

function single(tokens: Tokens): TypeExpression {
  if (tokens.accept("(")) return tokens.closed(")", union(tokens));
  if (tokens.accept("{")) return indexed(tokens);
  const word = tokens.take();
  if (/^["']/.test(word)) return { kind: "literal", value: word.slice(1, -1) };
  if (/^-?\d+(\.\d+)?$/.test(word)) return { kind: "literal", value: Number(word) };
  if (!tokens.accept("<")) return namedType(word, names, tokens);
  if (word === "Array" || word === "Set") return tokens.closed(">", { kind: "array", items: union(tokens) });
  if (word === "Record" || word === "Map") return tokens.closed(">", { kind: "map", values: recordValues(tokens) });
  throw tokens.unexpected("the end of the type");
}

function recordValues(tokens: Tokens): TypeExpression {
  tokens.expect("string");
  tokens.expect(",");
  return union(tokens);
}

/** `{ [key: string]: T; }` after its first brace. */
function indexed(tokens: Tokens): TypeExpression {
  for (const part of ["[", "key", ":", "string", "]", ":"]) tokens.expect(part);
  const values = union(tokens);
  tokens.accept(";");
  return tokens.closed("}", { kind: "map", values });
}
