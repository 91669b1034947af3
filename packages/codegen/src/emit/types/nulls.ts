import { type JsonObject, ownAllowsNull, type SchemaObject, type Schemas } from "@facsimile/document";

/** openapi-typescript adds null wherever a `type` or an `enum` names it, whatever else refuses it. What is refused is therefore not named. */
export function dropRefusedNull(schema: SchemaObject, schemas: Schemas): void {
  if (Array.isArray(schema.enum)) {
    // The schemas of a document that was loaded are JSON.
    if (!ownAllowsNull(schema as JsonObject)) schema.enum = schema.enum.filter((value) => value !== null);
    // The values that are left say by themselves whether null is one.
    dropNullType(schema);
  } else if (!schemas.allowsNull([{ value: schema as JsonObject, pointer: "" }])) dropNullType(schema);
}

function dropNullType(schema: SchemaObject): void {
  if (!Array.isArray(schema.type) || schema.type.length < 2) return;
  const types = schema.type.filter((type) => type !== "null");
  schema.type = types.length === 1 ? types[0] : types;
}
