import { isObject, type Json, type Schemas, type SchemaUse } from "@facsimile/document";

/** Whether a value that a schema allows has nothing but what the schema declares, and nothing that is not sent in requests: a compiler takes it too. */
export function isDeclared(schemas: Schemas, use: SchemaUse, value: Json): boolean {
  // Any of the alternatives may be the one that the value is of.
  const view = schemas.view(use, (alternatives) => alternatives);
  if (Array.isArray(value))
    return value.every((item: Json, index) => isDeclared(schemas, view.prefixItems[index] ?? view.items, item));
  if (!isObject(value)) return true;
  const isOpen = view.properties.size === 0 || view.additional.some((one) => one.value !== false);
  return Object.entries(value).every(([name, part]) => {
    const property = view.properties.get(name);
    if (property === undefined) return isOpen && isDeclared(schemas, view.additional, part);
    return !schemas.isAbsent(property, "request") && isDeclared(schemas, property, part);
  });
}
