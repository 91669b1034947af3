import type { Document } from "@facsimile/document";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type { Node } from "typescript";
import { requireCommonJs } from "../../compiler.js";

type OpenapiTypescript = typeof import("openapi-typescript");

/** The syntax tree that openapi-typescript makes of a document; the last statements are helpers that the others mention. */
export function transform(document: Document): readonly Node[] {
  // Its own entry also loads what lints and bundles documents, half of its time. `load` has done that.
  const transformSchema = requireCommonJs<OpenapiTypescript["transformSchema"]>(
    "openapi-typescript/dist/transform/index.cjs",
  );
  const { resolveRef, scanDiscriminators } = requireCommonJs<OpenapiTypescript>(
    "openapi-typescript/dist/lib/utils.cjs",
  );
  // It changes what it is given. Loading has given the document the structure of OpenAPI.
  const source = structuredClone(document.json) as unknown as OpenAPI3;
  const context: GlobalContext = {
    ...defaults,
    discriminators: scanDiscriminators(source, { silent: true }),
    injectFooter: [],
    transform: undefined,
    transformProperty: undefined,
    resolve: <T>(reference: string): T | undefined => resolveRef<T>(source, reference, { silent: true }),
  };
  const statements = transformSchema(source, context);
  return [...statements, ...context.injectFooter.filter((node) => !statements.includes(node))];
}

/** What its command does without options. */
const defaults = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: true,
  emptyObjectsUnknown: false,
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
