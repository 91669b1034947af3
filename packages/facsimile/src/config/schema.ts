import { diagnosticKinds } from "@facsimile/document/diagnostics";
import { acceptedFields, documentFields, type Field, type FieldKind, requiredFields } from "./fields.js";

const texts = { type: "array", items: { type: "string", minLength: 1 } };
const schemas: Readonly<Record<FieldKind, object>> = {
  text: { type: "string", minLength: 1 },
  texts,
  flag: { type: "boolean" },
  headers: { type: "object", additionalProperties: { type: "string", minLength: 1 } },
  accepted: { type: "array", items: { $ref: "#/$defs/accepted" } },
};

/** The JSON Schema (draft 2020-12) of `facsimile.config.yaml`, which editors check it by. */
export function configSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "facsimile.config.yaml",
    description: "The OpenAPI documents of a repository, and what is made of each.",
    type: "object",
    required: ["documents"],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      strict: {
        type: "boolean",
        description: "Whether omissions and warnings are errors, but for those that are accepted.",
      },
      documents: { type: "array", minItems: 1, items: { $ref: "#/$defs/document" } },
    },
    $defs: {
      document: objectOf(documentFields, requiredFields.document),
      accepted: withCodes(objectOf(acceptedFields, requiredFields.accepted)),
    },
  };
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, object>>;
}

function objectOf(fields: Readonly<Record<string, Field>>, required: readonly string[]): ObjectSchema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, { kind, description }]) => [name, { description, ...schemas[kind] }]),
  );
  // The words of a schema, in the order in which one reads it.
  return Object.assign({ type: "object", required, additionalProperties: false }, { properties });
}

function withCodes(schema: ObjectSchema): object {
  const codes = Object.entries(diagnosticKinds).flatMap(([code, [severity]]) => (severity === "error" ? [] : [code]));
  const { code, ...others } = schema.properties;
  return { ...schema, properties: { code: { ...code, enum: codes }, ...others } };
}
