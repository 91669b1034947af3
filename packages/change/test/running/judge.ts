import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { _, Ajv2020, type CodeKeywordDefinition, Name } from "ajv/dist/2020.js";
import { childrenOf, withChild } from "./edits.js";
import type { Dialect } from "./random-schemas.js";

/** Schemas that refer to one another, by name. */
export type Schemas = Readonly<Record<string, Json>>;

/** Says of values whether an edition allows them, by Ajv. */
export interface Judge {
  allows(value: Json): boolean;
  /** Whether a value has only properties that a schema names that it fulfils: what people send (docs/changes.md, "Conventions"). */
  isSent(value: Json): boolean;
}

/** Ajv 8.20 makes code of some schemas that names what it has not declared, and says nothing of a value then. */
export class Unjudged extends Error {}

/** @param subject - The one of the schemas that values are held against. */
export function judgeOf(dialect: Dialect, components: Schemas, subject = "Subject"): Judge {
  const modern = mapped(components, (schema) => (dialect === "3.0" ? inNewWords(schema) : containsApart(schema)));
  const allows = compile(modern, subject);
  const closed = compile(
    mapped(modern, (schema) => closedBelow(schema)),
    subject,
    true,
  );
  return { allows, isSent: (value) => allows(value) && closed(value) };
}

function mapped(components: Schemas, change: (schema: Json) => Json): Schemas {
  return Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, change(schema)]));
}

function compile(schemas: Schemas, name: string, isClosed = false): (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, meta: false, logger: false });
  mendUnevaluatedItems(ajv);
  const subject = { $ref: `#/components/schemas/${name}`, ...(isClosed && { unevaluatedProperties: false }) };
  const validate = ajv.compile({ ...subject, components: { schemas } });
  return (value) => {
    try {
      return validate(value);
    } catch (error) {
      throw error instanceof ReferenceError ? new Unjudged(error.message) : error;
    }
  };
}

/** Where another keyword has evaluated all items, Ajv 8.20 compares how many there are with `true`, so that two are too many. */
function mendUnevaluatedItems(ajv: Ajv2020): void {
  const keyword = "unevaluatedItems";
  const definition = ajv.getKeyword(keyword);
  if (typeof definition !== "object" || !("code" in definition)) throw new Error(`Ajv does not know ${keyword}.`);
  const code: CodeKeywordDefinition["code"] = (context) => {
    const { it, gen, data } = context;
    if (it.items instanceof Name)
      it.items = gen.const("evaluated", _`${it.items} === true ? ${data}.length : ${it.items}`);
    definition.code(context);
  };
  ajv.removeKeyword(keyword).addKeyword({ keyword, type: "array", schemaType: ["boolean", "object"], code });
}

/** A schema of 3.0 as one of 2020-12. Written apart from the product, which it judges. */
export function inNewWords(schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  const { nullable, exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest } = childrenOf(
    schema,
  ).reduce<JsonObject>((whole, [path, child]) => withChild(whole, path, inNewWords(child)), schema);
  const limits = {
    ...(minimum !== undefined && { [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum }),
  };
  const own = { ...rest, ...limits };
  return nullable === true ? { anyOf: [own, { type: "null" }] } : own;
}

/** Ajv 8.20 takes `[]` for valid where `contains` stands beside `prefixItems`. */
function containsApart(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const whole = childrenOf(schema).reduce<JsonObject>(
    (each, [path, child]) => withChild(each, path, containsApart(child)),
    schema,
  );
  if (whole.contains === undefined) return whole;
  const { minContains, maxContains, allOf, ...rest } = whole;
  const contains = withKeyword(whole.contains);
  if (whole.prefixItems === undefined) return { ...whole, contains };
  const counts = {
    ...(minContains !== undefined && { minContains }),
    ...(maxContains !== undefined && { maxContains }),
  };
  const { contains: _apart, ...others } = rest;
  return { ...others, allOf: [...(Array.isArray(allOf) ? allOf : []), { contains, ...counts }] };
}

/** Ajv 8.20 takes no item for evaluated by a `contains` that says nothing. */
function withKeyword(contains: Json): Json {
  return contains === true || (isObject(contains) && Object.keys(contains).length === 0) ? { not: false } : contains;
}

const sameValue = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];
const parts = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "unevaluatedItems",
];

/** The schemas of all parts of a value with nothing allowed in them that they do not name. */
function closedBelow(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const own = withoutOpenings(schema);
  const closed = childrenOf(own).reduce<JsonObject>((whole, [path, child]) => {
    const [keyword = ""] = path;
    if (sameValue.includes(keyword)) return withChild(whole, path, closedBelow(child));
    return parts.includes(keyword) ? withChild(whole, path, closedHere(closedBelow(child))) : whole;
  }, own);
  return withRequired(closed);
}

/** What is allowed under any name is not named. */
function withoutOpenings(schema: JsonObject): JsonObject {
  const isOpening = ([keyword, value]: readonly [string, Json]): boolean =>
    ["additionalProperties", "unevaluatedProperties"].includes(keyword) &&
    (value === true || JSON.stringify(value) === "{}");
  return Object.fromEntries(Object.entries(schema).filter((entry) => !isOpening(entry)));
}

/** What is required counts as named. */
function withRequired(schema: JsonObject): JsonObject {
  const { required, properties = {}, additionalProperties, patternProperties } = schema;
  if (!Array.isArray(required) || additionalProperties !== undefined || patternProperties !== undefined) return schema;
  const missing = required.filter((name) => typeof name === "string" && !Object.hasOwn(properties as JsonObject, name));
  const declared = Object.fromEntries(missing.map((name) => [name as string, true]));
  return missing.length === 0 ? schema : { ...schema, properties: { ...(properties as JsonObject), ...declared } };
}

function closedHere(schema: Json): Json {
  if (schema === false) return false;
  if (schema === true) return { unevaluatedProperties: false };
  return isObject(schema) && schema.unevaluatedProperties !== undefined
    ? schema
    : { ...(schema as JsonObject), unevaluatedProperties: false };
}
