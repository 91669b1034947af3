import type { FactValue } from "../../facts/fact.js";
import { textMark } from "../../facts/text-mark.js";
import { printType, type TypeExpression, unionOf } from "../../facts/type-expression.js";
import { pascalCase } from "../../families/spelling.js";
import { readDefault } from "../parameters.js";
import type { Reading } from "../reading.js";
import { isBare, type Property, type Schema } from "./schema.js";

/**
 * The type of a schema, for the fact about what has it. A schema with properties that the page writes out where it is used gets the name
 * that other generators would give it, and facts of its own.
 *
 * @param name The name of such a schema: `UserAddress` for the property `address` of `User`.
 */
export function typeOfSchema(schema: Schema, name: string, reading: Reading): TypeExpression {
  const parts = partsOf(schema);
  const [part, second] = parts;
  if (parts.length > 0 && isBare(schema) && schema.properties.length === 0) {
    if (part !== undefined && second === undefined) return typeOfPart(part, name, reading);
    return stateInline(schema, name, reading);
  }
  if (schema.properties.length > 0 || parts.length > 0) return stateInline(schema, name, reading);
  if (schema.items !== undefined) return { kind: "array", items: typeOfSchema(schema.items, `${name}Item`, reading) };
  const { additional } = schema;
  if (additional === undefined || printType(additional.type) === "any") return schema.type;
  return { kind: "map", values: typeOfSchema(additional, `${name}Value`, reading) };
}

/** One of the things that a schema has to be at once. */
type Part = { readonly all: Schema } | { readonly either: readonly Schema[] };

function partsOf(schema: Schema): readonly Part[] {
  const either = schema.either.length === 0 ? [] : [{ either: schema.either }];
  return [...schema.allOf.map((all) => ({ all })), ...either];
}

function typeOfPart(part: Part, name: string, reading: Reading): TypeExpression {
  if ("all" in part) return typeOfSchema(part.all, name, reading);
  const [only] = part.either;
  if (part.either.length === 1 && only !== undefined) return typeOfSchema(only, name, reading);
  return unionOf(part.either.map((each, index) => typeOfSchema(each, `${name}OneOf${index}`, reading)));
}

function stateInline(schema: Schema, name: string, reading: Reading): TypeExpression {
  stateModel(schema, name, reading);
  return { kind: "model", name };
}

/** States what kind of model a schema is, and what is in it. */
export function stateModel(schema: Schema, model: string, reading: Reading): void {
  const state = (names: readonly string[], value: FactValue): void =>
    reading.state(["model", model, ...names], schema.line, value);
  if (schema.description !== "") state(["description"], textMark(schema.description));
  if (isObject(schema)) {
    state([], "object");
    stateObject(schema, model, reading);
    return;
  }
  state([], schema.enum === undefined ? "alias" : "enum");
  const type = printType(typeOfSchema(schema, model, reading));
  if (schema.enum === undefined) state(["type"], type);
  else state(["enum"], schema.enum);
  readDefault((fact) => ["model", model, fact], type, schema.notes, schema.line, reading);
}

/** True where the schema is more than another name for a type. */
function isObject(schema: Schema): boolean {
  const parts = partsOf(schema);
  if (schema.properties.length > 0 || parts.length > 1) return true;
  const [part] = parts;
  if (part !== undefined) return "all" in part && isObject(part.all) && isBare(schema);
  return (
    printType(schema.type) === "object" &&
    (schema.additional === undefined || printType(schema.additional.type) === "any")
  );
}

/** The properties of the schema and of the parts that the page writes out; the parts that are models are a fact of their own. */
function stateObject(schema: Schema, model: string, reading: Reading): void {
  const others: string[] = [];
  const stateProperties = (of: Schema): void => {
    // What one part leaves optional, another may require.
    for (const property of of.properties) stateProperty(property, model, of === schema, reading);
    for (const [index, part] of partsOf(of).entries()) {
      if ("all" in part && isObject(part.all)) stateProperties(part.all);
      else others.push(printType(typeOfPart(part, `${model}AllOf${index}`, reading)));
    }
  };
  stateProperties(schema);
  if (schema.additional !== undefined) {
    const type = typeOfSchema(schema.additional, `${model}Value`, reading);
    reading.state(["model", model, "additional"], schema.additional.line, printType(type));
  }
  if (others.length > 0) reading.state(["model", model, "all-of"], schema.line, others);
}

function stateProperty(
  { name, required, deprecated, schema }: Property,
  model: string,
  isWhole: boolean,
  reading: Reading,
): void {
  const state = (fact: string, value: FactValue): void =>
    reading.state(["model", model, "property", name, fact], schema.line, value);
  const type = printType(typeOfSchema(schema, `${model}${pascalCase(name)}`, reading));
  state("type", type);
  if (required || isWhole) state("required", required);
  if (deprecated) state("deprecated", true);
  if (schema.enum !== undefined) state("enum", schema.enum);
  readDefault((fact) => ["model", model, "property", name, fact], type, schema.notes, schema.line, reading);
  if (schema.description !== "") state("description", textMark(schema.description));
  reading.state(["wire", "model", model, "property", name, "name"], schema.line, name);
}
