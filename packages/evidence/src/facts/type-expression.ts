/**
 * A type as the pages know it, whatever the programming language.
 *
 * `text` is a string of which the language hides the format, `numeric` a number that may be an integer, `moment` a date or a date-time:
 * several languages have one type for both. `unknown` is any value or any object, for languages that do not tell the two apart.
 */
export const builtins = [
  "string",
  "text",
  "integer",
  "int64",
  "number",
  "float",
  "double",
  "numeric",
  "boolean",
  "date",
  "date-time",
  "moment",
  "binary",
  "byte",
  "uuid",
  "uri",
  "object",
  "any",
  "unknown",
  "null",
] as const;

export type Builtin = (typeof builtins)[number];

export type TypeExpression =
  | { readonly kind: "builtin"; readonly name: Builtin }
  | { readonly kind: "model"; readonly name: string }
  | { readonly kind: "array"; readonly items: TypeExpression }
  | { readonly kind: "map"; readonly values: TypeExpression }
  | { readonly kind: "nullable"; readonly of: TypeExpression }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "union"; readonly members: readonly TypeExpression[] };

/** The notation of evidence: `integer`, `@User`, `array<@User>`, `map<string>`, `date-time?`, `"a" | "b"`. */
export function printType(type: TypeExpression): string {
  switch (type.kind) {
    case "builtin":
      return type.name;
    case "model":
      return `@${type.name}`;
    case "array":
      return `array<${printType(type.items)}>`;
    case "map":
      return `map<${printType(type.values)}>`;
    case "nullable":
      return type.of.kind === "union" ? `(${printType(type.of)})?` : `${printType(type.of)}?`;
    case "literal":
      return JSON.stringify(type.value);
    case "union":
      return type.members.map(printType).join(" | ");
  }
}

/** Every model that a type names. */
export function modelsIn(type: TypeExpression): readonly string[] {
  switch (type.kind) {
    case "model":
      return [type.name];
    case "array":
      return modelsIn(type.items);
    case "map":
      return modelsIn(type.values);
    case "nullable":
      return modelsIn(type.of);
    case "union":
      return type.members.flatMap(modelsIn);
    case "builtin":
    case "literal":
      return [];
  }
}

/** One type of several: null among them makes the rest nullable, and a single one stays what it is. */
export function unionOf(members: readonly TypeExpression[]): TypeExpression {
  const rest = members.filter((member) => !(member.kind === "builtin" && member.name === "null"));
  const [first] = rest;
  if (first === undefined) return { kind: "builtin", name: "null" };
  const type: TypeExpression = rest.length === 1 ? first : { kind: "union", members: rest };
  return rest.length === members.length || type.kind === "nullable" ? type : { kind: "nullable", of: type };
}
