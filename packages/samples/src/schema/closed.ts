import { isObject, mapSubschemas, type Schemas, schemaKeywords } from "@facsimile/document";

/** Keywords whose schemas are tests: what they refuse may be allowed all the more. They stay open. */
const tests = new Set(["not", "if", "contains", "propertyNames"]);

/**
 * A schema that refuses properties which no part of it declares, at any depth. An object without a single declared property stays open, and
 * so does one that says `additionalProperties`. Each object is closed where its value stands and not in its component, which may be one of
 * several parts of an `allOf`; for that, references lead to open copies.
 */
export function closed(schemas: Schemas, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const open = closedInside(schemas, schema);
  if (!schemas.declaresProperties([{ value: schema, pointer: "" }])) return open;
  // Keywords beside a reference count in 2020-12, and `unevaluatedProperties` sees what the reference evaluates.
  return { allOf: [open], unevaluatedProperties: false };
}

/** The schema itself left open, and the values inside it closed. */
export function closedInside(schemas: Schemas, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  return mapSubschemas(schema, (subschema, keyword) => {
    if (tests.has(keyword)) return subschema;
    return schemaKeywords.get(keyword)?.describes === "part"
      ? closed(schemas, subschema)
      : closedInside(schemas, subschema);
  });
}
