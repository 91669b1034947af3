import { squashed } from "../families/spelling.js";
import { isForm } from "../spec/operations.js";
import type { FactIndex } from "./fact-index.js";
import { parseType } from "./parse-type.js";
import type { TypeExpression } from "./type-expression.js";

/**
 * How much a documented parameter looks like the request body: 0 not at all, 3 and more so much that it is no field of a form either.
 *
 * @param isOnly Nothing else is left that could be the body of an operation that takes one.
 */
export function bodyLikeness(facts: FactIndex, operation: string, documented: string, isOnly: boolean): number {
  const type = facts.value("operation", operation, "parameter", documented, "type");
  const likeness = type === undefined ? 0 : typeLikeness(facts, parseType(String(type)));
  // A form has fields, so that a text of whatever name is one of them.
  const isField = likeness === 0 && type !== undefined && sendsForm(facts, operation);
  if (/^(request)?body$/.test(squashed(documented)) && !isField) return Math.max(likeness, 4);
  const required = facts.value("operation", operation, "parameter", documented, "required") === true;
  return likeness === 0 && isOnly && required ? 0.5 : likeness;
}

function sendsForm(facts: FactIndex, operation: string): boolean {
  const types = facts.list("operation", operation, "content-types").map(String);
  return types.length > 0 && types.every(isForm);
}

/** How many types may be inside each other before nothing is told any more: a model may be a list of itself. */
const deepest = 8;

function typeLikeness(facts: FactIndex, type: TypeExpression, depth = 0): number {
  if (depth > deepest) return 0;
  switch (type.kind) {
    case "model":
      return modelLikeness(facts, type.name, depth + 1);
    case "nullable":
      return typeLikeness(facts, type.of, depth + 1);
    case "array":
      return typeLikeness(facts, type.items, depth + 1) >= 3 ? 3 : 0;
    case "map":
      return 2;
    case "builtin":
      return builtinLikeness[type.name] ?? 0;
    case "literal":
    case "union":
      return 0;
  }
}

const builtinLikeness: Readonly<Record<string, number>> = { binary: 2.5, object: 2, any: 1, unknown: 1 };

/** An enumeration, or another name of a simple type, is no body. */
function modelLikeness(facts: FactIndex, model: string, depth: number): number {
  const kind = facts.value("model", model);
  if (kind === "enum") return 0;
  const alias = facts.value("model", model, "type");
  if (kind !== "alias" || alias === undefined) return 3.5;
  const type = parseType(String(alias));
  return type.kind === "model" ? 3 : typeLikeness(facts, type, depth);
}
