import type { SchemaObject as Schema } from "@facsimile/document";
import type { GlobalContext, OpenAPI3, ReferenceObject, SchemaObject } from "openapi-typescript";
import type { Node, PropertySignature, TypeNode } from "typescript";
import { requireCommonJs, ts } from "../../compiler.js";

type OpenapiTypescript = typeof import("openapi-typescript");

// Its own entry also loads what lints and bundles documents, half of its time. `load` has done that.
const transformSchema = requireCommonJs<OpenapiTypescript["transformSchema"]>(
  "openapi-typescript/dist/transform/index.cjs",
);
const { resolveRef, scanDiscriminators } = requireCommonJs<OpenapiTypescript>("openapi-typescript/dist/lib/utils.cjs");

/** The syntax tree that openapi-typescript makes of a document. */
export interface SyntaxTree {
  readonly statements: readonly Node[];
  /** The schema that a property was made for; none for what openapi-typescript adds itself. */
  schemaOf(property: Node): Schema | undefined;
}

/** The name of the type of binary data in {@link SyntaxTree}: the platform's. */
const binary = "Blob";

/** Runs openapi-typescript on a document, which it may change. */
export function transform(document: Schema): SyntaxTree {
  // The document was built from a model of what openapi-typescript reads.
  const source = document as unknown as OpenAPI3;
  const schemas = new WeakMap<Node, Schema>();
  const blob = ts.factory.createTypeReferenceNode(binary);
  const context: GlobalContext = {
    ...defaults,
    discriminators: scanDiscriminators(source, { silent: true }),
    injectFooter: [],
    transform: (schema): TypeNode | undefined => (isBinary(schema) ? blob : undefined),
    transformProperty(property, schema): PropertySignature {
      schemas.set(property, schema as Schema);
      return property;
    },
    resolve<T>(reference: string): T | undefined {
      return resolveRef<T>(source, reference, { silent: true });
    },
  };
  return { statements: transformSchema(source, context), schemaOf: (property) => schemas.get(property) };
}

function isBinary(schema: SchemaObject | ReferenceObject): boolean {
  return "type" in schema && schema.type === "string" && schema.format === "binary";
}

/** A property with a default is not required for that: an answer may lack it. An object without stated properties may have any. */
const defaults = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  // Only its own entry uses Redocly's configuration.
  redoc: {} as GlobalContext["redoc"],
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
} as const;
