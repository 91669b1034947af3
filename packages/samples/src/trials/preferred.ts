import { child, forEachSchema, isObject, type Json, type JsonObject, type Schemas, valueAt } from "@facsimile/document";
import { discriminatorOf, valuesFor } from "../schema/discriminators.js";

/** By the pointer of a component and by property: a value that a discriminator expects there, though the component by itself allows others. */
export type Preferred = ReadonlyMap<string, ReadonlyMap<string, Json>>;

/**
 * The values that lead to the members of unions with a discriminator, and to the components that are built on one which has a discriminator. Whoever
 * makes a value of such a component by itself makes one that can stand in the union.
 */
export function preferredValues(schemas: Schemas, json: JsonObject, names: readonly string[]): Preferred {
  const preferred = new Map<string, Map<string, Json>>();
  for (const name of names) {
    const pointer = child("/components/schemas", name);
    forEachSchema(valueAt(json, pointer), (found) => {
      // The schemas of a document that was loaded are JSON.
      const schema = found as JsonObject;
      const property = discriminatorOf(schema);
      if (property === undefined) return;
      for (const component of ledTo(schemas, schema, pointer, names)) {
        const [value] = valuesFor(schemas, schema, component);
        if (value !== undefined) add(preferred, child("/components/schemas", component), property, value);
      }
    });
  }
  return preferred;
}

/** The components that a discriminator tells apart: the members of the union, or those that are built on the schema. */
function ledTo(schemas: Schemas, schema: JsonObject, pointer: string, names: readonly string[]): readonly string[] {
  const members = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const targets = members.map((member: Json) => (isObject(member) ? schemas.target(member)?.pointer : undefined));
  return names.filter((name) => {
    const own = child("/components/schemas", name);
    if (members.length > 0) return targets.includes(own);
    return own !== pointer && builtOn(schemas, own).has(pointer);
  });
}

function builtOn(schemas: Schemas, pointer: string): ReadonlySet<string> {
  return new Set(schemas.parts([{ value: { $ref: `#${pointer}` }, pointer: "" }]).map((part) => part.pointer));
}

function add(preferred: Map<string, Map<string, Json>>, pointer: string, property: string, value: Json): void {
  const own = preferred.get(pointer) ?? new Map<string, Json>();
  if (!own.has(property)) own.set(property, value);
  preferred.set(pointer, own);
}
