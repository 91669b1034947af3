import {
  followReferences,
  isObject,
  type Json,
  type JsonObject,
  resolveValue,
  schemasOf,
  valueAt,
} from "@facsimile/document";

/** An example that a document gives for a value. */
export interface NamedExample {
  /** The key in `examples`; undefined for `example`, which has no name. */
  readonly name: string | undefined;
  readonly value: Json;
}

/**
 * The examples that belong to the media type, parameter or header at a pointer, in the order of the document: `examples`, or `example`, or
 * else those of its schema. Examples that are kept elsewhere (`externalValue`) are left out.
 */
export function examplesAt(document: JsonObject, pointer: string): readonly NamedExample[] {
  const node = resolveValue(document, valueAt(document, pointer));
  if (!isObject(node)) return [];
  if (isObject(node.examples))
    return Object.entries(node.examples).flatMap(([name, example]) => namedExample(document, name, example));
  if (node.example !== undefined) return [{ name: undefined, value: node.example }];
  return schemaExamples(document, node.schema);
}

function namedExample(document: JsonObject, name: string, example: Json): NamedExample[] {
  const resolved = resolveValue(document, example);
  return isObject(resolved) && resolved.value !== undefined ? [{ name, value: resolved.value }] : [];
}

/** Those of the schema itself, else of what it refers to. */
function schemaExamples(document: JsonObject, schema: Json | undefined): NamedExample[] {
  if (schema === undefined) return [];
  const schemas = schemasOf(document);
  const way = followReferences(document, { value: schema, pointer: "" }) ?? [];
  const examples = way.map(({ value }) => ownExamples(schemas.keywords(value))).find(({ length }) => length > 0) ?? [];
  return examples.map((value) => ({ name: undefined, value }));
}

/** The examples that a schema gives for itself. */
export function ownExamples({ example, examples }: JsonObject): readonly Json[] {
  if (Array.isArray(examples)) return examples;
  return example === undefined ? [] : [example];
}
