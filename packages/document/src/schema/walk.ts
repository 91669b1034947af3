import { type SchemaKeyword, schemaKeywords } from "./keywords.js";

/** A schema that is an object: its keywords. */
export interface SchemaObject {
  [keyword: string]: unknown;
}

/** A schema directly below another one. */
export interface Subschema {
  readonly keyword: string;
  /** The steps from the keyword to it: none, an index, or a name. */
  readonly steps: readonly (string | number)[];
  /** An object or a boolean; whatever a wrong document has there. */
  readonly value: unknown;
}

/** True for a schema that has keywords; a boolean has none. */
export function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schemas directly below a schema, in its order. */
export function subschemasOf(schema: Readonly<SchemaObject>): readonly Subschema[] {
  return Object.entries(schema).flatMap(([keyword, value]): Subschema[] => {
    switch (schemaKeywords.get(keyword)?.holds) {
      case "schema":
        return [{ keyword, steps: [], value }];
      case "list":
        return Array.isArray(value) ? value.map((item, index) => ({ keyword, steps: [index], value: item })) : [];
      case "map":
        return isSchemaObject(value)
          ? Object.entries(value).map(([name, item]) => ({ keyword, steps: [name], value: item }))
          : [];
      default:
        return [];
    }
  });
}

/** Visits a schema and every schema below it that has keywords, outer ones first. References are not followed. */
export function forEachSchema(root: unknown, visit: (schema: SchemaObject) => void): void {
  const pending = [root];
  while (pending.length > 0) {
    const schema = pending.pop();
    if (!isSchemaObject(schema)) continue;
    visit(schema);
    for (const { value } of subschemasOf(schema).toReversed()) pending.push(value);
  }
}

/** A copy of a schema in which each schema directly below it is replaced. Everything else is the same as in the schema. */
export function mapSubschemas(
  schema: Readonly<SchemaObject>,
  replace: (subschema: unknown, keyword: string) => unknown,
): SchemaObject {
  return mapMembers(schema, (value, keyword) => {
    const { holds } = schemaKeywords.get(keyword) ?? other;
    if (holds === "schema") return replace(value, keyword);
    if (holds === "list" && Array.isArray(value)) return value.map((item) => replace(item, keyword));
    return holds === "map" && isSchemaObject(value) ? mapMembers(value, (item) => replace(item, keyword)) : value;
  });
}

const other: Partial<SchemaKeyword> = {};

/** `__proto__` is a name like any other. */
function mapMembers(object: Readonly<SchemaObject>, change: (value: unknown, key: string) => unknown): SchemaObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
