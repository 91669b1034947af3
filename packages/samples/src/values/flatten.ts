import { type JsonObject, type Schema, type SchemaUse, type SchemaView, schemasOf } from "@facsimile/document";

/** A schema of the model, where it is used. None where the document says nothing about a value. */
export function useOf(schema: Schema | undefined): SchemaUse {
  // The schemas of a document that was loaded are JSON.
  return schema === undefined ? [] : [{ value: schema.json as JsonObject | boolean, pointer: schema.pointer }];
}

/** What schemas mean where of `oneOf` and `anyOf` the first alternative is taken that is more than null. */
export function flatten(document: JsonObject, use: SchemaUse): SchemaView {
  const schemas = schemasOf(document);
  return schemas.view(use, (alternatives) => {
    const first = alternatives.find((one) => schemas.typesOf([one])?.some((type) => type !== "null") ?? true);
    return first === undefined ? [] : [first];
  });
}

/** What describes the item of an array at an index. */
export function itemUse({ items, prefixItems }: SchemaView, index: number): SchemaUse {
  return prefixItems[index] ?? items;
}

/** What describes a property; for one that is not declared, what is said of all others. */
export function propertyUse({ properties, additional }: SchemaView, name: string): SchemaUse {
  return properties.get(name) ?? additional;
}
