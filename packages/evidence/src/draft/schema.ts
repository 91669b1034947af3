import type { FactValue } from "../facts/fact.js";
import { parseType } from "../facts/parse-type.js";
import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import type { Building, Drafting } from "./drafting.js";

/** What each documented type is in a schema. Types that hide something become the widest that they can be. */
const schemas: Readonly<Record<Builtin, Building>> = {
  string: { type: "string" },
  text: { type: "string" },
  integer: { type: "integer" },
  int64: { type: "integer", format: "int64" },
  number: { type: "number" },
  float: { type: "number", format: "float" },
  double: { type: "number", format: "double" },
  numeric: { type: "number" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  "date-time": { type: "string", format: "date-time" },
  moment: { type: "string", format: "date-time" },
  binary: { type: "string", format: "binary" },
  byte: { type: "string", format: "byte" },
  uuid: { type: "string", format: "uuid" },
  uri: { type: "string", format: "uri" },
  object: { type: "object" },
  any: {},
  unknown: {},
  null: { type: "null" },
};

const doubts: Partial<Readonly<Record<Builtin, string>>> = {
  numeric: "The SDK has one type for numbers: is this an integer?",
  moment: "The SDK has one type for dates and times: is this a date without a time?",
  unknown: "The SDK has one type for any value and any object: which is it?",
};

/** The schema of a documented type. */
export function draftSchema(drafting: Drafting, type: FactValue, pointer: string): Building {
  return schemaOf(drafting, parseType(String(type)), pointer);
}

function schemaOf(drafting: Drafting, type: TypeExpression, pointer: string): Building {
  switch (type.kind) {
    case "builtin": {
      const doubt = doubts[type.name];
      if (doubt !== undefined) drafting.ask(pointer, doubt);
      return { ...schemas[type.name] };
    }
    case "model":
      if (!drafting.hasModel(type.name)) {
        drafting.ask(pointer, `No page shows what ${type.name} is.`);
        return {};
      }
      return { $ref: `#/components/schemas/${drafting.schemaName(type.name)}` };
    case "array":
      return { type: "array", items: schemaOf(drafting, type.items, `${pointer}/items`) };
    case "map":
      return {
        type: "object",
        additionalProperties: schemaOf(drafting, type.values, `${pointer}/additionalProperties`),
      };
    case "literal":
      return { type: typeof type.value, enum: [type.value] };
    case "nullable":
      return withNull(schemaOf(drafting, type.of, pointer));
    case "union":
      return unionSchema(drafting, type.members, pointer);
  }
}

function unionSchema(drafting: Drafting, members: readonly TypeExpression[], pointer: string): Building {
  const values = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  if (values.length === members.length) return { type: typeof values[0], enum: values };
  return { oneOf: members.map((member, index) => schemaOf(drafting, member, `${pointer}/oneOf/${index}`)) };
}

/** The schema with null allowed beside what it allows. A schema without keywords allows it already. */
export function withNull(schema: Building): Building {
  if (Object.keys(schema).length === 0) return schema;
  if (typeof schema.type !== "string") return { oneOf: [schema, { type: "null" }] };
  const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
  return { ...schema, type: [schema.type, "null"], ...values };
}

/** Adds an enumeration: to the items, where the schema is an array. Null stays allowed where it is. What a reference leads to has it there. */
export function withEnum(schema: Building, values: FactValue | undefined): Building {
  const items = schema.items as Building | undefined; // the items of an array are a schema
  if (values === undefined || schema.$ref !== undefined || items?.$ref !== undefined) return schema;
  const list = Array.isArray(values) ? values : [values];
  if (items !== undefined) return { ...schema, items: { ...items, enum: list } };
  return { ...schema, enum: Array.isArray(schema.type) ? [...list, null] : list };
}
