import type { Builtin, TypeExpression } from "../../facts/type-expression.js";
import { TypeSyntaxError } from "../../families/tokens.js";

/** The Python types that each type of JSON may be written as, in alphabetical order. */
const builtins: Readonly<Record<string, Builtin>> = {
  "": "any",
  str: "string",
  "date,str": "date",
  "datetime,str": "date-time",
  "str,uuid.UUID": "uuid",
  bool: "boolean",
  "decimal.Decimal,int": "integer",
  "decimal.Decimal,float,int": "number",
  "decimal.Decimal,str": "string",
  "bytes,io.BufferedReader,io.FileIO": "binary",
  "list,tuple": "any",
  "dict,frozendict.frozendict": "object",
};

/** The types of any value: every one that Python knows for JSON. */
const anyValue = ["bool", "date", "datetime", "dict", "float", "int", "list", "str"];

/** The formats that the notes name, where the types do not show them. */
const formats: Readonly<Record<string, Builtin>> = {
  "64 bit integer": "int64",
  "32 bit integer": "integer",
  "64 bit float": "double",
  "32 bit float": "float",
};

/** The words of a type: `decimal.Decimal, int, `. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** The type that a cell of input types states, with the format of its notes. Throws a TypeSyntaxError. */
export function inputType(text: string, format: string | undefined): TypeExpression {
  const words = wordsOf(text);
  if (anyValue.every((word) => words.includes(word))) return { kind: "builtin", name: "any" };
  const nullable = words.includes("None");
  const key = words
    .filter((word) => word !== "None")
    .toSorted()
    .join();
  const found = Object.hasOwn(builtins, key) ? builtins[key] : undefined;
  if (found === undefined) throw new TypeSyntaxError(`"${text}" is not a type of the SDK`);
  const of: TypeExpression = { kind: "builtin", name: (format === undefined ? undefined : formats[format]) ?? found };
  return nullable ? { kind: "nullable", of } : of;
}
