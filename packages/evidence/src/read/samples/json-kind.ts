import type { Builtin } from "../../facts/type-expression.js";
import type { JsonNode } from "../../json/json-node.js";

/** The JSON values that are of a type. What is not listed is a string. */
const kinds: Partial<Readonly<Record<Builtin, readonly string[]>>> = {
  integer: ["integer"],
  int64: ["integer", "text"],
  number: ["integer", "number"],
  float: ["integer", "number"],
  double: ["integer", "number"],
  numeric: ["integer", "number"],
  boolean: ["boolean"],
  object: ["object"],
  null: [],
};

/** Whether a JSON value is of a type that has a name. What stands for any value is a type of each. */
export function isOfBuiltin(node: JsonNode, type: Builtin): boolean {
  return type === "any" || type === "unknown" || (kinds[type] ?? ["text"]).includes(kindOf(node));
}

/** In the words of a problem. Null is no value of a sample. */
export function kindOf(node: JsonNode): "object" | "list" | "text" | "integer" | "number" | "boolean" {
  if (node.kind !== "scalar") return node.kind;
  if (typeof node.value === "number") return Number.isInteger(node.value) ? "integer" : "number";
  return typeof node.value === "boolean" ? "boolean" : "text";
}

/** A text that stands for a value: `<string>`, `name_example`, `string`. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === "string" && /^<[^<>]*>$|_example$|^string$/.test(value);
}
