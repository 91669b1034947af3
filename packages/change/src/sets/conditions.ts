import { child, isObject, type Json, type SchemaNode, type SchemaPart } from "@facsimile/document";
import type { Condition } from "./branch.js";

/** What a schema demands in dependence of the value. */
export function conditionsOf(part: SchemaPart): readonly Condition[] {
  return [...conditionalOf(part), ...dependentOf(part)];
}

/** A schema in a keyword of another one. */
export function at({ pointer }: SchemaPart, value: Json, keyword: string): SchemaNode {
  return { value, pointer: child(pointer, keyword) };
}

/** `if` alone demands nothing (JSON Schema 2020-12, core, 10.2.2.1). */
function conditionalOf(part: SchemaPart): readonly Condition[] {
  const { if: condition, then: met = true, else: unmet = true } = part.keywords;
  if (condition === undefined || (met === true && unmet === true)) return [];
  const schemas = [[at(part, condition, "if")], [at(part, met, "then")], [at(part, unmet, "else")]];
  return [{ kind: "if", pointer: child(part.pointer, "if"), schemas }];
}

/** A schema for objects with a property is a condition whose `if` asks for it. */
function dependentOf(part: SchemaPart): readonly Condition[] {
  const { dependentSchemas } = part.keywords;
  if (!isObject(dependentSchemas)) return [];
  const pointer = child(part.pointer, "dependentSchemas");
  return Object.entries(dependentSchemas).flatMap(([name, value]): Condition[] => {
    if (requiredAlone(value) !== undefined) return [];
    const node = { value, pointer: child(pointer, name) };
    const condition = { value: { type: "object", required: [name] }, pointer: child(node.pointer, "if") };
    return [{ kind: "if", pointer: node.pointer, schemas: [[condition], [node], []] }];
  });
}

/** The names that a schema requires, where it demands nothing else: `dependentRequired` says the same. */
export function requiredAlone(schema: Json): readonly string[] | undefined {
  if (!isObject(schema) || !Array.isArray(schema.required)) return undefined;
  const isAlone = Object.keys(schema).every(
    (keyword) => keyword === "required" || (keyword === "type" && schema.type === "object"),
  );
  return isAlone ? schema.required.filter((name): name is string => typeof name === "string") : undefined;
}
