import type { Building, Drafting } from "./drafting.js";
import { draftModel } from "./model.js";
import { draftErrorSchemas } from "./responses.js";
import { draftSecuritySchemes } from "./security-schemes.js";

/** The security schemes and the schemas. */
export function draftComponents(drafting: Drafting): Building {
  const securitySchemes = draftSecuritySchemes(drafting);
  const models = drafting.facts
    .namesBelow("model")
    .map((model) => [drafting.schemaName(model), draftModel(drafting, model)] as const);
  return { securitySchemes, schemas: { ...Object.fromEntries(models), ...draftErrorSchemas(drafting) } };
}
