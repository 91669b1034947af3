import {
  isObject,
  type JsonObject,
  type Schema,
  type SchemaUse,
  type SchemaView,
  schemasOf,
} from "@facsimile/document";

/** A schema of the model, where it is used. None where the document says nothing about a value. */
export function useOf(schema: Schema | undefined): SchemaUse {
  // The schemas of a document that was loaded are JSON.
  return schema === undefined ? [] : [{ value: schema.json as JsonObject | boolean, pointer: schema.pointer }];
}

/** What schemas mean where of `oneOf` and `anyOf` the first alternative is taken that is more than null. */
export function flatten(document: JsonObject, use: SchemaUse): SchemaView {
  const [node, ...others] = use;
  if (others.length > 0 || !isObject(node?.value)) return flattened(document, use);
  const known = views.get(node.value);
  if (known?.pointer === node.pointer && known.document === document) return known.view;
  const view = flattened(document, use);
  views.set(node.value, { document, pointer: node.pointer, view });
  return view;
}

/** The same schema is looked at wherever a value is made of it. */
const views = new WeakMap<
  JsonObject,
  { readonly document: JsonObject; readonly pointer: string; readonly view: SchemaView }
>();

function flattened(document: JsonObject, use: SchemaUse): SchemaView {
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
