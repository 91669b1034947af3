import {
  child,
  componentOf,
  isObject,
  type Json,
  type JsonObject,
  mapSubschemas,
  type Schemas,
} from "@facsimile/document";

/**
 * A schema whose discriminators are said in the words of JSON Schema, which does not know them: of a `oneOf` or `anyOf` with one, each schema
 * lists the values that lead to it (OpenAPI 3.1.1, 4.8.25).
 */
export function withDiscriminators(schemas: Schemas, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const inside = mapSubschemas(schema, (subschema) => withDiscriminators(schemas, subschema));
  const property = discriminatorOf(schema);
  if (property === undefined) return inside;
  const narrowed = ["oneOf", "anyOf"].flatMap((keyword) => {
    const members = inside[keyword];
    return Array.isArray(members) ? [[keyword, members.map((member) => narrow(schemas, schema, member))]] : [];
  });
  return { ...inside, ...Object.fromEntries(narrowed) };
}

/** The name of the property that tells the alternatives of a schema apart. */
export function discriminatorOf({ discriminator }: JsonObject): string | undefined {
  return isObject(discriminator) && typeof discriminator.propertyName === "string"
    ? discriminator.propertyName
    : undefined;
}

/** The values of the discriminator of `schema` that lead to a component. None where only the component's own schema can tell. */
export function valuesFor(schemas: Schemas, schema: JsonObject, component: string): readonly Json[] {
  const use = [{ value: { $ref: `#${child("/components/schemas", component)}` }, pointer: "" }];
  const own = schemas.view(schemas.view(use).properties.get(discriminatorOf(schema) ?? "") ?? []);
  const listed = own.const === undefined ? own.enum : [own.const];
  const mapped = mappedTo(schema, component).map((key) =>
    (own.types?.includes("string") ?? true) ? key : parsed(key),
  );
  if (listed === undefined) return mapped.length > 0 ? mapped : [component];
  return mapped.filter((value) => listed.includes(value));
}

function narrow(schemas: Schemas, schema: JsonObject, member: unknown): unknown {
  const component = isObject(member) ? componentOf(member.$ref) : undefined;
  const property = discriminatorOf(schema);
  if (component === undefined || property === undefined || isDefault(schema, component)) return member;
  const values = valuesFor(schemas, schema, component);
  return values.length === 0 ? member : { allOf: [member, { properties: { [property]: { enum: values } } }] };
}

/** Whether a component is what is meant by any other value, and by none (OpenAPI 3.2.0, Discriminator Object). */
function isDefault({ discriminator }: JsonObject, component: string): boolean {
  const written = isObject(discriminator) ? discriminator.defaultMapping : undefined;
  return written !== undefined && (componentOf(written) ?? written) === component;
}

function mappedTo({ discriminator }: JsonObject, component: string): readonly string[] {
  const mapping = isObject(discriminator) && isObject(discriminator.mapping) ? discriminator.mapping : {};
  return Object.entries(mapping)
    .filter(([, target]) => target === component || componentOf(target) === component)
    .map(([key]) => key);
}

/** The keys of a mapping are text, whatever the property is. */
function parsed(key: string): Json {
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(key) ? JSON.parse(key) : key;
}
